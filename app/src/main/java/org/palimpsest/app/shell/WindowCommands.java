package org.palimpsest.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.palimpsest.app.settings.Preferences;
import org.palimpsest.app.settings.Preferences.Theme;
import org.palimpsest.app.shell.page.PageId;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;

/** Commands that can be given anywhere in the window. */
final class WindowCommands {
    private static final int STEP = 25;
    private final Messages words = Messages.of("shell");
    private final Workbench workbench;
    private final Middle middle;

    WindowCommands(Workbench workbench, Middle middle) {
        this.workbench = workbench;
        this.middle = middle;
    }

    private Command command(String id, Runnable action) {
        return Command.of(id, words.get("command." + id), action);
    }

    List<Command> places() {
        List<Command> commands = new ArrayList<>();
        for (PlaceId place : PlaceId.values()) {
            String title = words.get("command.place", words.get("place." + place.key()));
            commands.add(Command.of("place." + place.key(), title, () -> middle.go(place))
                    .keys("Shortcut+" + (place.ordinal() + 1)));
        }
        return commands;
    }

    Command preferences() {
        return command("page.preferences", () -> middle.turn(PageId.PREFERENCES))
                .keys("Shortcut+Comma");
    }

    List<Command> pages() {
        return List.of(
                preferences(),
                command("page.keys", () -> middle.turn(PageId.KEYS)).keys("F1"),
                command("page.keys.again", () -> middle.turn(PageId.KEYS)).keys("Shortcut+Slash"),
                command("page.doctor", () -> middle.turn(PageId.DOCTOR)),
                command("page.about", () -> middle.turn(PageId.ABOUT)));
    }

    List<Command> edits() {
        return List.of(
                command("edit.undo", () -> tell("undone", workbench.undo().undo()))
                        .keys("Shortcut+Z")
                        .when(() -> workbench.undo().last().get().isPresent()),
                command("edit.redo", () -> tell("redone", workbench.undo().redo()))
                        .keys("Shortcut+Shift+Z")
                        .when(workbench.undo()::canRedo));
    }

    private void tell(String key, Optional<Edit> edit) {
        edit.ifPresent(done -> workbench.notices().information(words.get(key, done.name())));
    }

    /** Preferences that take one key or one choice. */
    List<Command> settings() {
        List<Command> commands = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            commands.add(
                    Command.of("theme." + name, words.get("command.theme", words.get("theme." + name)), () -> workbench
                            .preferences()
                            .change(now -> now.withTheme(theme))));
        }
        commands.add(command("text.larger", () -> text(present() + STEP)).keys("Shortcut+Equals"));
        commands.add(command("text.smaller", () -> text(present() - STEP)).keys("Shortcut+Minus"));
        commands.add(command("text.usual", () -> text(Preferences.DEFAULT.textPercent()))
                .keys("Shortcut+0"));
        commands.add(command(
                "motion", () -> workbench.preferences().change(now -> now.withReducedMotion(!now.reducedMotion()))));
        return commands;
    }

    private int present() {
        return workbench.preferences().get().textPercent();
    }

    private void text(int percent) {
        workbench.preferences().change(now -> now.withTextPercent(percent));
    }
}
