package org.palimpsest.engine.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.process.WorkerEnd;
import org.palimpsest.engine.event.process.WorkerProcess;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** Kills runs without warning, some of them more than once, resumes them, and compares their end with that of a run left alone. */
final class Kills {
    /** A checkpoint a step, so that there is always one being written or removed. */
    private static final String BUSY =
            ", \"training\": {\"steps\": 6, \"batch\": 2, \"learningRate\": 0.01, \"warmupSteps\": 1, \"seed\": 3}, \"checkpoints\": {\"every\": 1, \"keep\": 2}"
                    + ", \"probes\": [{\"id\": \"answer-probability\", \"every\": 2}, {\"id\": \"weight-change\", \"every\": 3}]"
                    + ", \"evaluation\": {\"metrics\": [{\"id\": \"probability\", \"settings\": {\"set\": \"forget\"}}, {\"id\": \"rouge\", \"settings\": {\"set\": \"forget\"}}], \"batch\": 4}"
                    + ", \"attacks\": [{\"id\": \"relearning\", \"settings\": {\"samples\": 2, \"steps\": 3, \"every\": 1}}, {\"id\": \"quantisation\"}]";

    /** Nanoseconds between two looks at a run. */
    private static final long GLANCE = 100_000;

    private static final int MOST_KILLS_A_RUN = 3;
    /** A worker that was not hit in so many attempts cannot be aimed at. */
    private static final int ATTEMPTS = 4;

    private final Path scratch;
    private final Path recipe;
    private final Consumer<String> say;
    private final History whole;
    private final int events;
    private final long bytes;
    private final List<String> wrong = new ArrayList<>();
    private int kills;

    /** Makes models, data and a recipe, and runs it to its end. */
    Kills(Path scratch, Consumer<String> say) throws IOException, InterruptedException {
        this.scratch = scratch;
        this.say = say;
        Path place = Files.createDirectories(scratch.resolve("killed"));
        recipe = TinyWorkspace.in(place).recipe("recipe", "npo", BUSY);
        Path folder = Files.createDirectories(place.resolve("whole")).resolve("run");
        WorkerEnd end = WorkerProcess.run(recipe, folder, 1, scratch.resolve("whole.log"), event -> {})
                .await();
        if (!end.finished()) {
            throw new IllegalStateException("the run that nobody kills: " + end.inWords());
        }
        RunFolder run = RunFolder.open(folder);
        whole = History.of(run);
        events = whole.events().size();
        bytes = Files.size(run.events());
    }

    /** Kills until there were {@code count} kills; runs go on beside each other. */
    void kill(long seed, int count, int beside) throws InterruptedException {
        ExecutorService runs = Executors.newFixedThreadPool(beside);
        try {
            List<Future<?>> waiting = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                int chosen = number;
                waiting.add(runs.submit(() -> one(seed, chosen)));
            }
            for (Future<?> run : waiting) {
                run.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            runs.shutdownNow();
        }
    }

    private Void one(long seed, int number) throws IOException, InterruptedException {
        Random random = new Random(new SplittableRandom(seed * 7_000_003 + number).nextLong());
        Path folder =
                Files.createDirectories(recipe.resolveSibling("kill-" + number)).resolve("run");
        Path log = scratch.resolve("kill-" + number + ".log");
        List<String> aims = new ArrayList<>();
        int wanted = random.nextInt(4) == 0 ? 2 + random.nextInt(MOST_KILLS_A_RUN - 1) : 1;
        WorkerEnd end = null;
        for (int attempt = 0; aims.size() < wanted && attempt < ATTEMPTS; attempt++) {
            if (end != null && end.finished()) {
                // Missed: the run came to its end before the moment did.
                new Specimen(java.util.Map.of()).writeTo(folder.getParent());
                aims.clear();
            }
            Aim aim = Aim.draw(random, events, bytes);
            end = hunt(folder, log, aim, random.nextInt(4) == 0 ? random.nextInt(3_000_000) : 0);
            if (end.status() == 137) {
                aims.add(aim.toString());
            } else if (!end.finished()) {
                return found("kill %d (seed %d), %s: %s".formatted(number, seed, aims, end.inWords()), 0);
            }
        }
        if (!end.finished()) {
            end = begin(folder, log, event -> {}).await();
        }
        String where = "kill %d (seed %d), %s: ".formatted(number, seed, String.join("; then ", aims));
        if (!end.finished()) {
            return found(where + end.inWords(), aims.size());
        }
        String difference = whole.difference(History.of(RunFolder.open(folder)));
        return found(difference.isEmpty() ? "" : where + difference, aims.size());
    }

    private synchronized Void found(String fault, int killed) {
        kills += killed;
        if (!fault.isEmpty()) {
            wrong.add(fault);
            say.accept("WRONG " + fault);
        }
        return null;
    }

    /** Begins a run or goes on with it, as a person would: what has no recipe yet is no run, and is begun anew. */
    private WorkerProcess begin(Path folder, Path log, Consumer<RunEvent> listener) throws IOException {
        if (Files.exists(folder.resolve("recipe.json"))) {
            return WorkerProcess.resume(folder, 1, log, listener);
        }
        new Specimen(java.util.Map.of()).writeTo(folder.getParent());
        return WorkerProcess.run(recipe, folder, 1, log, listener);
    }

    /** @param late nanoseconds between the moment and the kill */
    private WorkerEnd hunt(Path folder, Path log, Aim aim, long late) throws IOException, InterruptedException {
        AtomicReference<Aim.Glance> seen = new AtomicReference<>(new Aim.Glance(folder, 0, null));
        WorkerProcess worker = begin(
                folder, log, event -> seen.updateAndGet(before -> new Aim.Glance(folder, before.events() + 1, event)));
        while (worker.isAlive() && !aim.reached(seen.get())) {
            // Leaves the processor to the worker in between; writing a checkpoint takes several times as long.
            LockSupport.parkNanos(GLANCE);
        }
        for (long start = System.nanoTime(); System.nanoTime() - start < late; ) {
            Thread.onSpinWait();
        }
        worker.kill();
        return worker.await();
    }

    /** What was found wrong, one text each. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How many times a worker was killed so far. */
    int kills() {
        return kills;
    }
}
