package org.palimpsest.app.worker;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

/** Lets the desk look into models and data. */
public final class Inspections {
    private final BiConsumer<LongFunction<DeskCommand>, Consumer<DeskReply>> desk;
    private final Executor thread;

    /**
     * @param desk usually {@code workbench.desk()::ask}
     * @param thread where answers are handed over, usually {@code Platform::runLater}
     */
    public Inspections(BiConsumer<LongFunction<DeskCommand>, Consumer<DeskReply>> desk, Executor thread) {
        this.desk = desk;
        this.thread = thread;
    }

    /**
     * Asks what lies at {@code path}.
     *
     * @param answer called once with a {@link DeskReply.ModelFound}, {@link DeskReply.DataFound} or {@link DeskReply.Refused}
     */
    public void inspect(Path path, Consumer<DeskReply> answer) {
        desk.accept(
                id -> new DeskCommand.Inspect(
                        id, path.toAbsolutePath().normalize().toString()),
                reply -> {
                    if (reply instanceof DeskReply.ModelFound
                            || reply instanceof DeskReply.DataFound
                            || reply instanceof DeskReply.Refused) {
                        thread.execute(() -> answer.accept(reply));
                    }
                });
    }
}
