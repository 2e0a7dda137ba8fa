package org.palimpsest.app.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.worker.RunSelection;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;

/** The main job on the sample: its methods side by side, two at work at a time, watched as they run. */
public final class Demonstration {
    private static final int AT_ONCE = 2;

    private final Workbench workbench;
    private final Messages words = Messages.of("workbench");

    public Demonstration(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Unpacks the sample behind the window, then starts its recipes and goes to where runs are watched. */
    public void start() {
        BackgroundTask task = new BackgroundTask(words.get("demonstration.unpacking"), null);
        workbench.tasks().add(task);
        workbench
                .tasks()
                .compute(
                        this::recipes,
                        recipes -> {
                            workbench.tasks().remove(task);
                            start(recipes);
                        },
                        failure -> {
                            workbench.tasks().remove(task);
                            fail(failure);
                        });
    }

    private List<Recipe> recipes() throws IOException {
        return workbench.samples().unpack(workbench.workspace().sample()).stream()
                .map(RecipeReader::read)
                .map(workbench::onPreferredDevice)
                .toList();
    }

    private void start(List<Recipe> recipes) {
        workbench.runs().atOnce(AT_ONCE);
        List<RunFolder> folders = new ArrayList<>();
        try {
            for (Recipe recipe : recipes) {
                folders.add(workbench.runs().enqueue(recipe));
            }
        } catch (IOException e) {
            fail(e);
        }
        if (!folders.isEmpty()) {
            workbench.navigator().open(PlaceId.LIVE, new RunSelection(folders));
        }
    }

    private void fail(Exception failure) {
        workbench.notices().error(words.get("demonstration.failed", String.valueOf(failure.getMessage())), failure);
    }
}
