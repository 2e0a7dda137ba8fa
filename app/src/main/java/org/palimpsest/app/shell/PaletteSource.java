package org.palimpsest.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.shell.palette.PaletteEntry;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.Ingredient;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.ThingKind;

/** Everything the palette finds: commands that can be given now, runs, models and data. */
final class PaletteSource {
    private final Messages words = Messages.of("shell");
    private final Workbench workbench;
    private final CommandBook commands;
    private final Middle middle;
    private final ThingsAtHand things;

    PaletteSource(Workbench workbench, CommandBook commands, Middle middle, ThingsAtHand things) {
        this.things = things;
        this.workbench = workbench;
        this.commands = commands;
        this.middle = middle;
    }

    List<PaletteEntry> all() {
        List<PaletteEntry> entries = new ArrayList<>();
        for (Command command : commands.all()) {
            if (command.possible().getAsBoolean() && !command.id().endsWith(".again")) {
                entries.add(new PaletteEntry(
                        command.title(),
                        kind(command),
                        command.keys() == null ? "" : command.keys().getDisplayText(),
                        command.action()));
            }
        }
        for (RunEntry run : workbench.runList().runs()) {
            String title = run.name().equals(run.id()) ? run.id() : run.name() + " (" + run.id() + ")";
            entries.add(
                    new PaletteEntry(title, words.get("kind.run"), "", () -> middle.open(PlaceId.LIVE, run.folder())));
        }
        things.all().forEach((path, kind) -> {
            if (kind == ThingKind.MODEL) {
                entries.add(thing(path, "kind.model", Ingredient.Kind.MODEL));
            } else if (kind == ThingKind.DATA) {
                entries.add(thing(path, "kind.data", Ingredient.Kind.DATA));
            }
        });
        return entries;
    }

    private PaletteEntry thing(Path path, String kind, Ingredient.Kind ingredient) {
        return new PaletteEntry(
                path.getFileName() + " (" + path.getParent() + ")",
                words.get(kind),
                "",
                () -> middle.open(PlaceId.LIBRARY, new Ingredient(ingredient, path)));
    }

    private String kind(Command command) {
        String first = command.id().split("\\.", 2)[0];
        return switch (first) {
            case "place" -> words.get("kind.place");
            case "theme", "text", "motion" -> words.get("kind.setting");
            case "page" -> words.get("kind.page");
            case "model" -> words.get("kind.model");
            default -> words.get("kind.command");
        };
    }
}
