package org.palimpsest.app.shell;

import java.nio.file.Path;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Demonstration;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;

/** What the window does by itself once it is seen: opens the recipe it was started with, or begins the demonstration. */
final class FirstSteps {
    private final Messages words = Messages.of("shell");
    private final Workbench workbench;

    FirstSteps(Workbench workbench) {
        this.workbench = workbench;
    }

    void take(WindowStart start) {
        if (start.recipe() != null) {
            open(start.recipe());
        }
        if (start.demonstration()) {
            new Demonstration(workbench).start();
        }
    }

    private void open(Path recipe) {
        workbench
                .tasks()
                .compute(
                        () -> RecipeReader.read(recipe),
                        read -> workbench.navigator().open(PlaceId.EXPERIMENT, (Recipe) read),
                        refused -> workbench.notices().error(words.get("recipe.unread", recipe, refused.getMessage())));
    }
}
