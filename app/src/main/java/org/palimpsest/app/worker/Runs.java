package org.palimpsest.app.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.process.CommandFile;
import org.palimpsest.engine.event.process.WorkerEnd;
import org.palimpsest.engine.event.process.WorkerProcess;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeWriter;

/** Starts, resumes and commands runs. Used on the window's thread. */
public final class Runs {
    private final Workspace workspace;
    private final IntSupplier threads;
    private final Executor thread;
    private final BiConsumer<RunFolder, WorkerEnd> ended;
    private final Map<Path, WorkerProcess> workers = new HashMap<>();
    private final Set<Path> taken = new HashSet<>();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int atOnce = 2;

    /** A run that has its folder's name but no worker yet. */
    private record Waiting(Path recipe, RunFolder folder) {}

    /**
     * @param threads of each worker
     * @param thread where {@code ended} is called, usually {@code Platform::runLater}
     * @param ended told of every worker of this program that ends
     */
    public Runs(Workspace workspace, IntSupplier threads, Executor thread, BiConsumer<RunFolder, WorkerEnd> ended) {
        this.workspace = workspace;
        this.threads = threads;
        this.thread = thread;
        this.ended = ended;
    }

    /** How many queued runs work at a time; runs that a person starts or resumes work at once. */
    public void atOnce(int number) {
        atOnce = Math.max(1, number);
    }

    /**
     * Starts a run; its recipe is kept in the workspace.
     *
     * @return the run's folder, which the worker is about to make
     * @throws IOException if the recipe cannot be written or no worker can be started
     */
    public RunFolder start(Recipe recipe) throws IOException {
        Waiting run = prepared(recipe);
        launch(run);
        return run.folder();
    }

    /** As {@link #start}, but waits for its turn while as many queued runs as may are at work. */
    public RunFolder enqueue(Recipe recipe) throws IOException {
        Waiting run = prepared(recipe);
        queue.add(run);
        next();
        return run.folder();
    }

    /** Runs that wait for their turn. */
    public int waiting() {
        return queue.size();
    }

    /** Whether this run waits for its turn. */
    public boolean isWaiting(RunFolder folder) {
        return queue.stream().anyMatch(run -> run.folder().equals(folder));
    }

    /** Lets a run go on from its last checkpoint. */
    public void resume(RunFolder folder) throws IOException {
        resume(folder, null, false);
    }

    /**
     * Lets a run go on.
     *
     * @param from the step of the checkpoint, 0 for the beginning; null takes the last
     * @param changedInputs whether it goes on although data, models or recipe are not what it began with
     */
    public void resume(RunFolder folder, Long from, boolean changedInputs) throws IOException {
        watch(
                folder,
                WorkerProcess.resume(
                        folder.path(), from, changedInputs, threads.getAsInt(), folder.workerLog(), event -> {}));
    }

    /** Sends a command to the worker of a run, whoever started it. */
    public void send(RunFolder folder, RunCommand command) throws IOException {
        CommandFile.send(folder, command);
    }

    /** Whether a worker of this program is at work on the run. */
    public boolean isOurs(RunFolder folder) {
        WorkerProcess worker = workers.get(folder.path());
        return worker != null && worker.isAlive();
    }

    /** How many workers of this program are at work. */
    public int working() {
        return workers.size();
    }

    /**
     * A folder for a run that comes about in another way, such as a fork. Nothing is made; the name is given to nobody else.
     *
     * @param name for people
     */
    public RunFolder reserve(String name) throws IOException {
        return freshFolder(name);
    }

    private Waiting prepared(Recipe recipe) throws IOException {
        RunFolder folder = freshFolder(recipe.name());
        Path file = workspace.recipes().resolve(folder.path().getFileName() + ".json");
        AtomicFile.writeString(file, RecipeWriter.write(recipe));
        return new Waiting(file, folder);
    }

    /** {@code 0007-npo-softer}: counted, so that the newest run is the last by name. */
    private RunFolder freshFolder(String name) throws IOException {
        String word =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        int number = 1;
        try (var entries = Files.list(workspace.runs())) {
            for (Path path : entries.toList()) {
                number = Math.max(number, after(path));
            }
        }
        for (Path path : taken) {
            number = Math.max(number, after(path));
        }
        Path folder = workspace.runs().resolve("%04d-%s".formatted(number, word.isEmpty() ? "run" : word));
        taken.add(folder);
        return new RunFolder(folder);
    }

    private static int after(Path folder) {
        String digits = folder.getFileName().toString().split("-", 2)[0];
        return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) + 1 : 1;
    }

    private void next() {
        while (!queue.isEmpty() && workers.size() < atOnce) {
            Waiting run = queue.remove();
            try {
                launch(run);
            } catch (IOException e) {
                ended.accept(run.folder(), new WorkerEnd(WorkerEnd.FAILED, List.of(String.valueOf(e.getMessage()))));
            }
        }
    }

    private void launch(Waiting run) throws IOException {
        Files.createDirectories(workspace.logs());
        Path log = workspace.logs().resolve(run.folder().path().getFileName() + ".log");
        watch(run.folder(), WorkerProcess.run(run.recipe(), run.folder().path(), threads.getAsInt(), log, event -> {}));
    }

    private void watch(RunFolder folder, WorkerProcess worker) {
        workers.put(folder.path(), worker);
        Thread waiting = new Thread(() -> await(folder, worker), "worker end");
        waiting.setDaemon(true);
        waiting.start();
    }

    private void await(RunFolder folder, WorkerProcess worker) {
        try {
            WorkerEnd end = worker.await();
            thread.execute(() -> {
                workers.remove(folder.path(), worker);
                ended.accept(folder, end);
                next();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
