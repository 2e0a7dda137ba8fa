package org.palimpsest.app.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.ToLongBiFunction;
import org.palimpsest.app.workbench.Background;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeWriter;

/** Asks the desk what recipes would take. Used on the window's thread. */
final class Estimates {
    private final ToLongBiFunction<LongFunction<DeskCommand>, Consumer<DeskReply>> ask;
    private final LongConsumer cancel;
    private final Path folder;
    private final Background background;
    private final Consumer<Runnable> thread;
    private final Set<Long> open = new HashSet<>();
    private long round;

    /**
     * @param ask usually {@code workbench.desk()::ask}
     * @param cancel usually {@code workbench.desk()::cancel}
     * @param folder where recipes are put for the desk to read
     * @param thread where replies are handed over, usually {@code Platform::runLater}
     */
    Estimates(
            ToLongBiFunction<LongFunction<DeskCommand>, Consumer<DeskReply>> ask,
            LongConsumer cancel,
            Path folder,
            Background background,
            Consumer<Runnable> thread) {
        this.ask = ask;
        this.cancel = cancel;
        this.folder = folder;
        this.background = background;
        this.thread = thread;
    }

    /** Gives up every question that is open; what still comes in answer is not told. */
    void forget() {
        round++;
        open.forEach(cancel::accept);
        open.clear();
    }

    /**
     * Asks what a recipe takes.
     *
     * @param name a file of this name is written for the desk; one question at a time has it
     * @param answer told once, {@link DeskReply.Estimated} or {@link DeskReply.Refused}
     */
    void ask(String name, Recipe recipe, Consumer<DeskReply> answer) {
        long asked = round;
        background.compute(
                () -> written(name, recipe),
                file -> {
                    if (asked == round) {
                        long[] number = new long[1];
                        number[0] = ask.applyAsLong(
                                id -> new DeskCommand.Estimate(id, file.toString()),
                                reply -> thread.accept(() -> told(asked, reply, answer)));
                        open.add(number[0]);
                    }
                },
                failure -> answer.accept(new DeskReply.Refused(0, String.valueOf(failure.getMessage()))));
    }

    private void told(long asked, DeskReply reply, Consumer<DeskReply> answer) {
        boolean result = reply instanceof DeskReply.Estimated || reply instanceof DeskReply.Refused;
        if (result || reply instanceof DeskReply.Done) {
            open.remove(reply.id());
        }
        if (result && asked == round) {
            answer.accept(reply);
        }
    }

    private Path written(String name, Recipe recipe) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("estimate-" + name + ".json");
        AtomicFile.writeString(file, RecipeWriter.write(recipe));
        return file;
    }
}
