package org.palimpsest.engine.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.event.RunFolder;

/**
 * What is measured once and kept: scores and attacks of the target and the retained reference. Kept under a key of everything the
 * numbers depend on, with a digest of themselves. While one program measures, others wait. What cannot be kept, or was damaged
 * since, is measured again, and said.
 */
public final class Anchors {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Consumer<String> remarks;

    /** For all runs that lie beside each other: in {@code .anchors} beside them. */
    Anchors(RunFolder run, Consumer<String> remarks) {
        this(run.path().resolveSibling(".anchors"), remarks);
    }

    /**
     * In a folder of their own, which is made when something is to be kept.
     *
     * @param remarks hears why something could not be kept or has to be measured again
     */
    public Anchors(Path folder, Consumer<String> remarks) {
        this.folder = folder;
        this.remarks = remarks;
    }

    /** What is kept under a key, or what {@code measure} gives, which is kept then if it can be. */
    public <T> T get(String key, Class<T> type, Supplier<T> measure) {
        Path file = folder.resolve(key + ".json");
        try (Turn turn = turn(key)) {
            Optional<T> kept = read(file, type);
            if (kept.isPresent()) {
                return kept.get();
            }
            T value = measure.get();
            if (turn.taken()) {
                keep(file, value);
            }
            return value;
        }
    }

    /** The right to measure what belongs to a key; not taken where the folder cannot be written. */
    private record Turn(FileChannel channel, FileLock lock) implements AutoCloseable {
        boolean taken() {
            return lock != null;
        }

        @Override
        public void close() {
            if (channel == null) {
                return;
            }
            try {
                // Closing the channel gives the lock back.
                channel.close();
            } catch (IOException e) {
                throw new RunException("a lock in .anchors cannot be given back: " + FailureSentence.of(e), e);
            }
        }
    }

    private Turn turn(String key) {
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(
                    folder.resolve(key + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new Turn(channel, channel.lock());
        } catch (IOException e) {
            cannotKeep(e);
            return new Turn(channel, null);
        }
    }

    private <T> Optional<T> read(Path file, Class<T> type) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode kept = JSON.readTree(Files.readString(file));
            JsonNode value = kept.path("value");
            if (kept.path("sha256").asText().equals(Digest.of(value.toString()))) {
                return Optional.of(JSON.treeToValue(value, type));
            }
            // Version 0.1 kept values without a digest.
            remark("is not as it was kept", file);
        } catch (JsonProcessingException e) {
            remark("is damaged", file);
        } catch (IOException e) {
            remark("cannot be read (%s)".formatted(FailureSentence.of(e)), file);
        }
        return Optional.empty();
    }

    private void remark(String what, Path file) {
        remarks.accept("%s %s; what it held is measured again".formatted(file, what));
    }

    private void keep(Path file, Object value) {
        try {
            JsonNode tree = JSON.readTree(JSON.writeValueAsString(value));
            ObjectNode kept = JSON.createObjectNode();
            kept.put("sha256", Digest.of(tree.toString()));
            kept.set("value", tree);
            AtomicFile.writeString(file, kept.toString());
        } catch (IOException e) {
            cannotKeep(e);
        }
    }

    private void cannotKeep(IOException e) {
        remarks.accept(
                "what was measured of target and reference cannot be kept in %s (%s); other runs measure it again"
                        .formatted(folder, FailureSentence.of(e)));
    }
}
