package org.palimpsest.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.palimpsest.app.chart.curve.CurvePanel;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.event.RunSummary.State;
import org.palimpsest.engine.recipe.RecipeReader;

/** What is done while a run goes on, each with the control that a person uses for it. */
final class RunningSteps {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final WindowHarness window;
    private final Hands hands;

    RunningSteps(WindowHarness window, Hands hands) {
        this.window = window;
        this.hands = hands;
    }

    void start(int steps) throws IOException {
        var recipe = ShortRun.recipe(window.workbench().workspace(), steps);
        WindowHarness.onWindow(() -> {
            window.workbench().navigator().open(PlaceId.EXPERIMENT, recipe);
            return null;
        });
        hands.press("experiment-start");
        WindowHarness.await(
                "the run is watched",
                PATIENCE,
                () -> window.workbench().navigator().here().get() == PlaceId.LIVE);
    }

    void seeCurvesGrow() {
        WindowHarness.await("the losses have points", PATIENCE, () -> points() >= 2);
        int before = WindowHarness.onWindow(this::points);
        WindowHarness.await("the losses have more points", PATIENCE, () -> points() > before);
    }

    private int points() {
        return window.scene().lookup("#panel-losses") instanceof CurvePanel panel
                ? panel.table().rows()
                : 0;
    }

    void pause() {
        hands.press("live-pause");
        WindowHarness.await("the run pauses", PATIENCE, () -> first().summary().state() == State.PAUSED);
    }

    void attack() {
        hands.press("live-attack");
        hands.choose(
                "live-attack-choice",
                Catalogue.attacks().stream()
                        .filter(card -> card.id().equals("quantisation"))
                        .findFirst()
                        .orElseThrow()
                        .name());
        hands.press("live-attack-do");
        WindowHarness.await("the attack is over", PATIENCE, () -> RunReader.read(first().folder()).events().stream()
                .anyMatch(event -> event instanceof RunEvent.AttackFinished done
                        && done.attack().equals("quantisation")));
    }

    void goOn() {
        long at = first().summary().step();
        hands.press("live-continue");
        WindowHarness.await(
                "steps are taken again", PATIENCE, () -> first().summary().step() > at);
    }

    void forkWithAnotherMethod() throws IOException {
        hands.press("live-fork");
        hands.choose(
                "live-fork-method", Catalogue.method("simnpo").orElseThrow().name());
        assertThat(((Label) Hands.find("live-fork-means")).getText()).contains("weights alone");
        hands.press("live-fork-do");
        WindowHarness.await(
                "the fork finishes",
                PATIENCE,
                () -> runs().size() == 2 && fork().summary().state() == State.FINISHED);
        WindowHarness.await(
                "the run finishes", PATIENCE, () -> first().summary().state() == State.FINISHED);
        assertThat(RecipeReader.read(fork().folder().recipe()).method().id()).isEqualTo("simnpo");
    }

    void scrub(int steps) {
        Path run = first().path();
        hands.press("live-run-" + run.getFileName());
        WindowHarness.await("the run is chosen, at its end", PATIENCE, () -> text("live-scrub-step")
                .equals("now: step " + steps));
        String loss = WindowHarness.onWindow(() -> text("formula-loss"));
        hands.press("live-scrub-back");
        hands.press("live-scrub-back");
        assertThat(text("live-scrub-step")).isEqualTo("step " + (steps - 2) + " of " + steps);
        assertThat(text("formula-loss")).isNotEqualTo(loss);
        hands.press("live-scrub-now");
        assertThat(text("formula-loss")).isEqualTo(loss);
    }

    private String text(String id) {
        return window.find(id) instanceof Labeled labeled ? labeled.getText() : "";
    }

    private List<RunEntry> runs() {
        return window.workbench().runList().runs();
    }

    /** The run that was started, once it is listed; the newest run is listed first. */
    RunEntry first() {
        return runs().isEmpty() ? null : runs().get(runs().size() - 1);
    }

    /** The run that was forked from it. */
    RunEntry fork() {
        return runs().get(0);
    }
}
