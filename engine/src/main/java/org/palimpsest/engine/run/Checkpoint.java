package org.palimpsest.engine.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.method.SessionState;
import org.palimpsest.engine.tensor.FreeSpace;
import org.palimpsest.engine.tensor.SafetensorsFile;
import org.palimpsest.engine.tensor.SafetensorsWriter;

/**
 * A state on disk: {@code checkpoints/step-N/} with weights, optimiser and position. It is written beside its place and moved
 * there whole, so that a checkpoint that can be seen can be used.
 *
 * @param step steps finished
 */
public record Checkpoint(Path folder, long step) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PREFIX = "step-";

    /** What is not a tensor. */
    private record Position(long step, double peakLearningRate, long tokens) {}

    /**
     * Writes a state as a checkpoint of a run.
     *
     * @throws RunException if the disk is full or cannot be written; earlier checkpoints are untouched
     */
    public static Checkpoint write(RunFolder run, SessionState state) {
        Path folder = run.checkpoints().resolve(PREFIX + "%07d".formatted(state.step()));
        Path beside = run.checkpoints().resolve(".part-" + state.step());
        try {
            delete(beside);
            FreeSpace.require(run.checkpoints(), bytes(state));
            Files.createDirectories(beside);
            SafetensorsWriter.write(
                    beside.resolve("weights.safetensors"), state.weights(), SafetensorsWriter.Precision.FLOAT32);
            if (!state.optimiser().isEmpty()) {
                SafetensorsWriter.write(
                        beside.resolve("optimiser.safetensors"),
                        state.optimiser(),
                        SafetensorsWriter.Precision.FLOAT32);
            }
            Position position = new Position(state.step(), state.peakLearningRate(), state.tokens());
            AtomicFile.writeString(beside.resolve("position.json"), JSON.writeValueAsString(position) + "\n");
            delete(folder);
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
            return new Checkpoint(folder, state.step());
        } catch (IOException e) {
            RunException failure = new RunException(
                    "the checkpoint of step %d cannot be written to %s (%s). Free disk space or make the folder writable; the checkpoints before it are safe"
                            .formatted(state.step(), folder, e.getMessage()),
                    e);
            try {
                delete(beside);
            } catch (IOException left) {
                failure.addSuppressed(left);
            }
            throw failure;
        }
    }

    /** What a state takes on the disk, but for a few kilobytes of names. */
    private static long bytes(SessionState state) {
        return SafetensorsWriter.dataLength(state.weights().values(), SafetensorsWriter.Precision.FLOAT32)
                + SafetensorsWriter.dataLength(state.optimiser().values(), SafetensorsWriter.Precision.FLOAT32);
    }

    /** All checkpoints of a run, oldest first. */
    public static List<Checkpoint> of(RunFolder run) {
        if (!Files.isDirectory(run.checkpoints())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(run.checkpoints())) {
            return folders.filter(folder -> folder.getFileName().toString().matches(PREFIX + "\\d+"))
                    .map(folder -> new Checkpoint(
                            folder,
                            Long.parseLong(folder.getFileName().toString().substring(PREFIX.length()))))
                    .sorted(Comparator.comparingLong(Checkpoint::step))
                    .toList();
        } catch (IOException e) {
            throw new RunException(run.checkpoints() + " cannot be listed: " + e.getMessage(), e);
        }
    }

    public static Optional<Checkpoint> latest(RunFolder run) {
        List<Checkpoint> all = of(run);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The newest checkpoint that is not beyond a step. */
    public static Optional<Checkpoint> atOrBefore(RunFolder run, long step) {
        return of(run).stream().filter(c -> c.step() <= step).reduce((first, second) -> second);
    }

    /** The file of its weights, named as in the model's folder. */
    public Path weights() {
        return folder.resolve("weights.safetensors");
    }

    /** Removes all but the newest {@code keep}. */
    static void prune(RunFolder run, int keep) {
        List<Checkpoint> all = of(run);
        for (Checkpoint old : all.subList(0, Math.max(0, all.size() - Math.max(1, keep)))) {
            try {
                delete(old.folder);
            } catch (IOException e) {
                throw new RunException(old.folder + " cannot be removed: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Reads the state back; arrays belong to {@code scope}.
     *
     * @throws RunException if a file of the checkpoint is damaged
     */
    public SessionState read(NDManager scope) {
        try {
            Position position = JSON.readValue(Files.readString(folder.resolve("position.json")), Position.class);
            Path optimiser = folder.resolve("optimiser.safetensors");
            return new SessionState(
                    position.step(),
                    position.peakLearningRate(),
                    position.tokens(),
                    tensors(scope, weights()),
                    Files.exists(optimiser) ? tensors(scope, optimiser) : Map.of());
        } catch (JsonProcessingException e) {
            throw new RunException(folder + "/position.json is damaged: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new RunException(
                    "the checkpoint %s cannot be read (%s). Remove it to go on from the one before"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static Map<String, NDArray> tensors(NDManager scope, Path path) throws IOException {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            for (String name : file.names()) {
                tensors.put(name, file.read(scope, name));
            }
        }
        return tensors;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
