package org.palimpsest.engine.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the whole log of a run, finished or not. */
public final class RunReader {
    private RunReader() {}

    /**
     * Everything that counts in the log of {@code folder}; empty if there is no log yet. A last line that is not finished is
     * left out, lines that cannot be understood are counted.
     *
     * @throws java.io.UncheckedIOException if the log cannot be read
     */
    public static RunHistory read(RunFolder folder) {
        RunHistory history = new RunHistory();
        each(folder, history::add);
        return history;
    }

    /**
     * Every event in the log of {@code folder}, those included that were superseded later; for telling what happened rather
     * than what came out.
     *
     * @throws java.io.UncheckedIOException if the log cannot be read
     */
    public static List<RunEvent> everything(RunFolder folder) {
        List<RunEvent> events = new ArrayList<>();
        each(folder, batch -> events.addAll(batch.events()));
        return List.copyOf(events);
    }

    private static void each(RunFolder folder, Consumer<RunTail.Batch> reader) {
        RunTail tail = RunTail.of(folder);
        RunTail.Batch batch = tail.next();
        while (!batch.isEmpty()) {
            reader.accept(batch);
            batch = tail.next();
        }
    }
}
