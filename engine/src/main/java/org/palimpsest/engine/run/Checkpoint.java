package org.palimpsest.engine.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.method.SessionState;
import org.palimpsest.engine.tensor.SafetensorsFile;
import org.palimpsest.engine.tensor.SafetensorsWriter;

/**
 * A state on disk: {@code checkpoints/step-N/} with weights, optimiser, position, and the digests of all three. It is written
 * beside its place and moved there whole, so that a checkpoint that can be seen can be used; before it is used its files are
 * compared with their digests.
 *
 * @param step steps finished, by the folder's name
 */
public record Checkpoint(Path folder, long step) {
    private static final String PREFIX = "step-";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String OPTIMISER = "optimiser.safetensors";

    /**
     * Writes a state as a checkpoint of a run.
     *
     * @throws RunException if the disk is full or cannot be written; earlier checkpoints are untouched
     */
    public static Checkpoint write(RunFolder run, SessionState state) {
        CheckpointFolder place = new CheckpointFolder(run.checkpoints(), PREFIX + "%07d".formatted(state.step()));
        try {
            Path beside = place.begin();
            List<String> files = new ArrayList<>();
            SafetensorsWriter.write(beside.resolve(WEIGHTS), state.weights(), SafetensorsWriter.Precision.FLOAT32);
            files.add(WEIGHTS);
            boolean optimiser = !state.optimiser().isEmpty();
            if (optimiser) {
                SafetensorsWriter.write(
                        beside.resolve(OPTIMISER), state.optimiser(), SafetensorsWriter.Precision.FLOAT32);
                files.add(OPTIMISER);
            }
            CheckpointPosition position = new CheckpointPosition(
                    CheckpointPosition.FORMAT, state.step(), state.peakLearningRate(), state.tokens(), optimiser);
            AtomicFile.writeString(beside.resolve(CheckpointPosition.FILE), position.json());
            files.add(CheckpointPosition.FILE);
            CheckpointDigests.write(beside, files);
            place.publish();
            return new Checkpoint(place.folder(), state.step());
        } catch (IOException e) {
            RunException failure = new RunException(
                    "the checkpoint of step %d cannot be written to %s (%s). Free disk space or make the folder writable; the checkpoints before it are safe"
                            .formatted(state.step(), place.folder(), e.getMessage()),
                    e);
            place.giveUp(failure);
            throw failure;
        }
    }

    /** All checkpoints of a run, oldest first. */
    public static List<Checkpoint> of(RunFolder run) {
        if (!Files.isDirectory(run.checkpoints())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(run.checkpoints())) {
            return folders.filter(folder -> folder.getFileName().toString().matches(PREFIX + "\\d{1,18}"))
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
        return folder.resolve(WEIGHTS);
    }

    /** Removes all but the newest {@code keep}. */
    static void prune(RunFolder run, int keep) {
        List<Checkpoint> all = of(run);
        all.subList(0, Math.max(0, all.size() - Math.max(1, keep))).forEach(Checkpoint::remove);
    }

    /** Removes what a run did beyond a step that it goes on from: it is done again. */
    static void removeAfter(RunFolder run, long step) {
        of(run).stream().filter(checkpoint -> checkpoint.step() > step).forEach(Checkpoint::remove);
    }

    private void remove() {
        try {
            CheckpointFolder.remove(folder);
        } catch (IOException e) {
            throw new RunException(folder + " cannot be removed: " + e.getMessage(), e);
        }
    }

    /**
     * Compares every file with its digest and looks whether the position is complete and of this step.
     *
     * @return what could not be looked at, in words, where version 0.1 wrote the checkpoint, which kept no digests
     * @throws CheckpointException if something is not as it was written
     */
    public Optional<String> check() {
        try {
            CheckpointPosition position = position();
            List<String> files = new ArrayList<>(List.of(WEIGHTS, CheckpointPosition.FILE));
            if (position.optimiser()) {
                files.add(OPTIMISER);
            } else if (Files.exists(folder.resolve(OPTIMISER))) {
                throw new CheckpointPosition.Unusable(
                        OPTIMISER + " is there, but " + CheckpointPosition.FILE + " says that none was written");
            }
            return requireWritten(position, files);
        } catch (CheckpointPosition.Unusable e) {
            throw new CheckpointException(this, e.getMessage(), e);
        } catch (IOException e) {
            throw new CheckpointException(this, "it cannot be read: " + FailureSentence.of(e), e);
        }
    }

    /**
     * Compares the weights with their digest, for whoever wants nothing but them.
     *
     * @throws CheckpointException if they are not as they were written
     */
    public void checkWeights() {
        try {
            requireWritten(position(), List.of(WEIGHTS));
        } catch (CheckpointPosition.Unusable e) {
            throw new CheckpointException(this, e.getMessage(), e);
        } catch (IOException e) {
            throw new CheckpointException(this, "it cannot be read: " + FailureSentence.of(e), e);
        }
    }

    private CheckpointPosition position() throws IOException, CheckpointPosition.Unusable {
        CheckpointPosition position =
                CheckpointPosition.of(text(CheckpointPosition.FILE), Files.exists(folder.resolve(OPTIMISER)));
        if (position.step() != step) {
            throw new CheckpointPosition.Unusable("%s says step %d, but the folder is %s"
                    .formatted(CheckpointPosition.FILE, position.step(), folder.getFileName()));
        }
        return position;
    }

    private Optional<String> requireWritten(CheckpointPosition position, List<String> files)
            throws IOException, CheckpointPosition.Unusable {
        if (position.format() == 1 && !Files.exists(folder.resolve(CheckpointDigests.FILE))) {
            for (String name : files) {
                if (!Files.isRegularFile(folder.resolve(name))) {
                    throw new CheckpointPosition.Unusable(name + " is missing");
                }
            }
            return Optional.of(
                    "the checkpoint of step %d was written by version 0.1, which noted no digests: whether its weights, optimiser and position are as they were written could not be checked"
                            .formatted(step));
        }
        CheckpointDigests.of(text(CheckpointDigests.FILE)).require(folder, files);
        return Optional.empty();
    }

    private String text(String name) throws IOException, CheckpointPosition.Unusable {
        try {
            return Files.readString(folder.resolve(name));
        } catch (NoSuchFileException e) {
            throw new CheckpointPosition.Unusable(name + " is missing");
        } catch (CharacterCodingException e) {
            throw new CheckpointPosition.Unusable(name + " is not text any more");
        }
    }

    /**
     * Reads the state back; arrays belong to {@code scope}.
     *
     * @throws CheckpointException if a file of the checkpoint is damaged or missing
     */
    public SessionState read(NDManager scope) {
        check();
        try {
            CheckpointPosition position = position();
            return new SessionState(
                    position.step(),
                    position.peakLearningRate(),
                    position.tokens(),
                    tensors(scope, weights()),
                    position.optimiser() ? tensors(scope, folder.resolve(OPTIMISER)) : Map.of());
        } catch (CheckpointPosition.Unusable e) {
            throw new CheckpointException(this, e.getMessage(), e);
        } catch (IOException e) {
            throw new CheckpointException(this, "it cannot be read: " + FailureSentence.of(e), e);
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
}
