package org.palimpsest.app.shell.picture;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import org.palimpsest.app.workbench.Navigator;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.Ingredient;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.RunSelection;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.RecipeReader;

/** Brings each place into the state that is worth a picture: on the runs of the workspace. */
final class Scenes {
    private static final String SHOWN = "npo";
    private static final String QUESTION = "Where did Harzun Bel-Okkar first see the light of day?";
    private final Workbench workbench;
    private final Scene scene;

    Scenes(Workbench workbench, Scene scene) {
        this.workbench = workbench;
        this.scene = scene;
    }

    void set(PlaceId place) {
        List<RunFolder> runs = workbench.runList().runs().stream()
                .filter(run -> !run.working())
                .map(RunEntry::folder)
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .toList();
        Navigator navigator = workbench.navigator();
        navigator.go(place);
        if (runs.isEmpty()) {
            return;
        }
        RunFolder one = runs.stream()
                .filter(run -> run.path().getFileName().toString().endsWith(SHOWN))
                .findFirst()
                .orElse(runs.get(0));
        switch (place) {
            case LIBRARY -> navigator.open(place, new Ingredient(Ingredient.Kind.MODEL, target()));
            case EXPERIMENT -> navigator.open(place, RecipeReader.read(one.recipe()));
            case LIVE, COMPARE -> navigator.open(place, new RunSelection(runs));
            case ATTACK -> navigator.open(place, new RunAt(one, null));
            case ASK -> {
                navigator.open(place, new RunAt(one, null));
                ask();
            }
        }
    }

    private void ask() {
        if (scene.lookup("#ask-question") instanceof TextInputControl field
                && scene.lookup("#ask-go") instanceof Button button) {
            field.setText(QUESTION);
            button.fire();
        }
    }

    private Path target() {
        return workbench.workspace().sample().resolve("models").resolve("target");
    }
}
