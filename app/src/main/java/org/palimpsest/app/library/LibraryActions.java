package org.palimpsest.app.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.text.Clip;
import org.palimpsest.app.text.CommandText;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.RunEdits;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.Ingredient;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.RunSelection;
import org.palimpsest.app.worker.ThingKind;
import org.palimpsest.engine.recipe.RecipeException;
import org.palimpsest.engine.recipe.RecipeReader;

/** What can be done with the chosen thing. */
final class LibraryActions {
    private final Workbench workbench;
    private final LibraryModel model;
    private final SelfChecks selfChecks;
    private final RunEdits edits;
    private final Messages words = Messages.of("library");

    /** Something that can be done, its key in the words being {@code action.KEY}; the first of a list is what one most likely wants. */
    record Action(String key, String icon, Runnable action) {}

    LibraryActions(Workbench workbench, LibraryModel model, SelfChecks selfChecks) {
        this.workbench = workbench;
        this.model = model;
        this.selfChecks = selfChecks;
        this.edits = new RunEdits(workbench);
    }

    /** What makes sense for a thing about which {@code detail} is known. */
    List<Action> of(LibraryItem item, Detail detail) {
        List<Action> actions = new ArrayList<>();
        if (detail instanceof Detail.OfRun run) {
            ofRun(actions, run.run());
        } else if (detail instanceof Detail.OfRecipe recipe) {
            actions.add(new Action(
                    "use", "fth-sliders", () -> workbench.navigator().open(PlaceId.EXPERIMENT, recipe.recipe())));
            actions.add(copyCommand("run", item.path().toString()));
        } else if (detail instanceof Detail.Found) {
            Ingredient.Kind kind = item.kind() == ThingKind.MODEL ? Ingredient.Kind.MODEL : Ingredient.Kind.DATA;
            actions.add(new Action("use", "fth-sliders", () -> workbench
                    .navigator()
                    .open(PlaceId.EXPERIMENT, new Ingredient(kind, item.path()))));
        }
        if (item.kind() == ThingKind.MODEL && (detail instanceof Detail.Found || detail instanceof Detail.Wrong)) {
            actions.add(new Action("self-check", "fth-check-circle", () -> selfChecks.check(item.path())));
            actions.add(copyCommand("model", "check", item.path().toString()));
        }
        actions.add(
                new Action("copy-path", "fth-clipboard", () -> copy(item.path().toString(), "copied.path")));
        if (!item.path().startsWith(workbench.workspace().runs())) {
            actions.add(new Action("remove", "fth-x", () -> model.takeOut(item)));
        }
        return actions;
    }

    private void ofRun(List<Action> actions, RunEntry run) {
        actions.add(
                new Action("live", "fth-activity", () -> workbench.navigator().open(PlaceId.LIVE, run.folder())));
        if (run.resumable()) {
            actions.add(new Action("resume", "fth-play", () -> resume(run)));
        }
        actions.add(new Action("compare", "fth-columns", () -> workbench
                .navigator()
                .open(PlaceId.COMPARE, new RunSelection(List.of(run.folder())))));
        if (run.summary().step() > 0) {
            actions.add(new Action("ask", "fth-message-circle", () -> workbench
                    .navigator()
                    .open(PlaceId.ASK, new RunAt(run.folder(), null))));
            actions.add(new Action("attack", "fth-shield-off", () -> workbench
                    .navigator()
                    .open(PlaceId.ATTACK, new RunAt(run.folder(), null))));
        }
        actions.add(new Action("again", "fth-sliders", () -> again(run)));
        actions.add(copyCommand("run", run.folder().recipe().toString()));
        if (!run.working() && run.path().startsWith(workbench.workspace().runs())) {
            actions.add(new Action("delete", "fth-trash-2", () -> edits.delete(List.of(run))));
        }
    }

    private void resume(RunEntry run) {
        try {
            workbench.runs().resume(run.folder());
            workbench.navigator().open(PlaceId.LIVE, run.folder());
        } catch (IOException e) {
            workbench.notices().error(words.get("resume.failed", run.name(), String.valueOf(e.getMessage())), e);
        }
    }

    private void again(RunEntry run) {
        workbench
                .tasks()
                .compute(
                        () -> RecipeReader.read(run.folder().recipe()),
                        recipe -> workbench.navigator().open(PlaceId.EXPERIMENT, recipe),
                        failure -> workbench
                                .notices()
                                .error(
                                        failure instanceof RecipeException
                                                ? failure.getMessage()
                                                : words.get(
                                                        "unreadable", run.path().toString(), failure.toString())));
    }

    /** Puts a report of {@link SelfChecks} where it can be pasted from. */
    void copyReport(String text) {
        Clip.put(text);
        workbench.notices().information(words.get("copied.report"));
    }

    private Action copyCommand(String... arguments) {
        List<String> command = new ArrayList<>(List.of("palimpsest"));
        command.addAll(List.of(arguments));
        return new Action("copy-command", "fth-terminal", () -> copy(CommandText.of(command), "copied.command"));
    }

    private void copy(String text, String told) {
        Clip.put(text);
        workbench.notices().information(words.get(told, text));
    }
}
