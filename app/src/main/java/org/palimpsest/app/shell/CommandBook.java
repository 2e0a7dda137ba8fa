package org.palimpsest.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.palimpsest.app.workbench.Command;

/** All commands that can be given now: those of the window, and those of the place that is seen. */
final class CommandBook {
    private final List<Supplier<List<Command>>> sources = new ArrayList<>();

    /** Adds a source; it is asked anew each time, and earlier sources win where two commands have the same keys. */
    void add(Supplier<List<Command>> source) {
        sources.add(source);
    }

    List<Command> all() {
        List<Command> commands = new ArrayList<>();
        sources.forEach(source -> commands.addAll(source.get()));
        return commands;
    }
}
