package org.palimpsest.app.live.panel;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.palimpsest.app.chart.box.ChartBox;
import org.palimpsest.app.chart.tokens.TokenBar;
import org.palimpsest.app.chart.tokens.TokenBars;
import org.palimpsest.app.live.run.Figures;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.live.run.Timeline;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.TokenShare;

/** What the chosen run would say next after a pinned prompt, beside target and reference, and how far it is from both. */
final class TokenPanel implements LivePanel {
    private static final int FEWEST = 4;
    /** Height of a token's bars and of the share it has of axis and margins, in heights of text. */
    private static final double LINE = 2.2;

    private final Messages words = Messages.of("live");
    private final SeriesWords series = new SeriesWords();
    private final TokenBars bars = new TokenBars(words.get(PanelKind.TOKENS.key()));
    private final ChoiceBox<String> prompt =
            Choices.of("tokens-prompt", words.get("prompt.choice"), words.get("prompt.tip"), series::prompt);
    private final Label question = new Label();
    private final Label distance = new Label();
    private Shown last;
    private Observation.Tokens seen;

    TokenPanel() {
        bars.setId("panel-" + PanelKind.TOKENS.name().toLowerCase(Locale.ROOT));
        question.getStyleClass().add("token-question");
        distance.getStyleClass().add("live-muted");
        question.setWrapText(true);
        distance.setWrapText(true);
        question.setId("tokens-question");
        distance.setId("tokens-distance");
        VBox text = new VBox(question, distance);
        text.getStyleClass().add("token-text");
        VBox top = new VBox(bars.getTop(), text);
        bars.setTop(top);
        bars.addTool(prompt);
        bars.surface().heightProperty().addListener((height, before, now) -> {
            seen = null;
            if (last != null) {
                fill(last);
            }
        });
        prompt.valueProperty().addListener((value, before, now) -> {
            if (last != null) {
                fill(last);
            }
        });
    }

    @Override
    public PanelKind kind() {
        return PanelKind.TOKENS;
    }

    @Override
    public ChartBox box() {
        return bars;
    }

    @Override
    public void show(Shown shown) {
        last = shown;
        List<String> prompts = shown.chosen() == null
                ? List.of()
                : List.copyOf(shown.chosen().run().observations().prompts());
        Choices.offer(prompt, prompts);
        prompt.setVisible(!prompts.isEmpty());
        fill(shown);
    }

    private void fill(Shown shown) {
        if (shown.chosen() == null || prompt.getValue() == null) {
            nothing();
            return;
        }
        LiveRun run = shown.chosen().run();
        Timeline<Observation.Tokens> timeline = run.observations().tokens(prompt.getValue());
        int index = timeline == null ? -1 : timeline.indexAt(shown.step());
        if (index < 0) {
            nothing();
            return;
        }
        Observation.Tokens now = timeline.get(index);
        if (now == seen) {
            return;
        }
        seen = now;
        question.setText(now.prompt().strip());
        distance.setText(
                Double.isNaN(now.klToReference())
                        ? words.get("prompt.kl.alone", Figures.brief(now.klToTarget()), timeline.step(index))
                        : words.get(
                                "prompt.kl",
                                Figures.brief(now.klToTarget()),
                                Figures.brief(now.klToReference()),
                                timeline.step(index)));
        bars.show(likeliest(now.top()));
    }

    /** As many tokens as there is room for lines of text, the likeliest to any of the models first. */
    private List<TokenBar> likeliest(List<TokenShare> shares) {
        int room = (int) Math.max(
                FEWEST,
                bars.surface().getHeight()
                        / (LINE * bars.surface().themeProperty().get().fontSize()));
        return shares.stream()
                .sorted(Comparator.comparingDouble(TokenPanel::most).reversed())
                .limit(room)
                .map(share -> new TokenBar(share.text(), share.target(), share.unlearned(), share.reference()))
                .toList();
    }

    private static double most(TokenShare share) {
        return DoubleStream.of(share.target(), share.unlearned(), share.reference())
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private void nothing() {
        seen = null;
        question.setText("");
        boolean awaited = last != null && last.chosen() != null && last.chosen().awaits("token-distribution");
        distance.setText(words.get(awaited ? "prompt.awaited" : "prompt.none"));
        bars.clear();
    }
}
