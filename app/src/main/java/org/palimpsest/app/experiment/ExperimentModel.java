package org.palimpsest.app.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.palimpsest.app.workbench.Background;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.recipe.Recipe;

/** An experiment that is being set up: its form, what keeps it from being run, and what it would take. */
final class ExperimentModel {

    /** Begins a run at once, or in its turn. */
    @FunctionalInterface
    interface Launch {
        RunFolder run(Recipe recipe) throws IOException;
    }

    private final ExperimentForm form;
    private final FieldPlaces places;
    private final Estimates estimates;
    private final Background background;
    private final RecipeLook look = new RecipeLook();
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<DeskReply> estimate = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> looked = new ReadOnlyObjectWrapper<>(false);
    private Recipe estimated;
    /** What the desk found wrong with {@link #estimated}, which the look alone does not see. */
    private List<Problem> refused = List.of();

    private long asked;

    ExperimentModel(ExperimentForm form, Estimates estimates, Background background) {
        this.form = form;
        this.places = new FieldPlaces(form);
        this.estimates = estimates;
        this.background = background;
    }

    ExperimentForm form() {
        return form;
    }

    FieldPlaces places() {
        return places;
    }

    /** What keeps the recipe from being run, as of the last {@link #check}. */
    ReadOnlyObjectProperty<List<Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    /** Whether {@link #problems} speaks of the form as it is now. */
    ReadOnlyObjectProperty<Boolean> looked() {
        return looked.getReadOnlyProperty();
    }

    /** {@link DeskReply.Estimated}, {@link DeskReply.Refused}, or null while nothing is known. */
    ReadOnlyObjectProperty<DeskReply> estimate() {
        return estimate.getReadOnlyProperty();
    }

    /** The form has changed: what was found before no longer counts. */
    void changed() {
        looked.set(false);
    }

    /** Looks the recipe over and, if nothing is wrong, asks what it would take. */
    void check() {
        long number = ++asked;
        Recipe recipe = form.recipe();
        background.compute(
                () -> look.problems(recipe),
                found -> {
                    if (number == asked) {
                        checked(recipe, found);
                    }
                },
                failure -> {
                    throw new IllegalStateException("a recipe could not be looked over", failure);
                });
    }

    private void checked(Recipe recipe, List<Problem> found) {
        tell(found.isEmpty() && recipe.equals(estimated) ? refused : found);
        looked.set(true);
        if (!found.isEmpty()) {
            estimates.forget();
            estimated = null;
            refused = List.of();
            estimate.set(null);
        } else if (!recipe.equals(estimated)) {
            estimates.forget();
            estimated = recipe;
            refused = List.of();
            estimate.set(null);
            estimates.ask("form", recipe, reply -> answered(recipe, reply));
        }
    }

    private void answered(Recipe recipe, DeskReply reply) {
        if (reply instanceof DeskReply.Refused no && !no.pointer().isEmpty()) {
            refused = List.of(new Problem(no.pointer(), no.message(), false));
            if (recipe.equals(estimated) && problems.get().isEmpty()) {
                tell(refused);
            }
        } else {
            estimate.set(reply);
        }
    }

    private void tell(List<Problem> found) {
        problems.set(found);
        places.tell(found);
    }

    /** Whether a run can be started. */
    boolean ready() {
        return looked.get() && problems.get().isEmpty() && form.valid();
    }

    /**
     * Hands recipes over to be run, in their order.
     *
     * @param failed told of the first that could not be handed over; those after it are left alone
     * @return the folders of those that were
     */
    static List<RunFolder> launch(List<Recipe> recipes, Launch launch, Consumer<IOException> failed) {
        List<RunFolder> folders = new ArrayList<>();
        for (Recipe recipe : recipes) {
            try {
                folders.add(launch.run(recipe));
            } catch (IOException e) {
                failed.accept(e);
                return folders;
            }
        }
        return folders;
    }
}
