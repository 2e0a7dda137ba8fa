package org.palimpsest.app.worker.log;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.palimpsest.engine.event.AtomicFile;

/**
 * Digests of logs, kept in a file of the workspace so that a second opening reads no log. A digest counts as long as its log has the
 * length and the time it was made of. The file is only a copy of what the logs say: a broken or older one is made anew without a word.
 */
public final class RunIndex {
    /** First line of the file; another version's is not read. */
    private static final String VERSION = "{\"palimpsest-run-index\":1}";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final ObjectReader READER = JSON.readerFor(IndexLine.class);
    private static final ObjectWriter WRITER = JSON.writerFor(IndexLine.class);

    private final Path file;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private volatile boolean changed;

    /** A digest and the line it is written as. */
    private record Kept(long bytes, Instant changed, RunDigest digest) {}

    private RunIndex(Path file) {
        this.file = file;
    }

    /** The index in {@code file}; empty if there is none that can be used. */
    public static RunIndex open(Path file) {
        RunIndex index = new RunIndex(file);
        if (Files.exists(file)) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                if (VERSION.equals(lines.readLine())) {
                    lines.lines().parallel().forEach(index::take);
                }
            } catch (IOException | RuntimeException e) {
                // Nothing is lost with it: the logs are read again, and the file is written anew.
                index.kept.clear();
            }
        }
        return index;
    }

    private void take(String text) {
        try {
            IndexLine line = READER.readValue(text);
            kept.put(line.folder(), new Kept(line.bytes(), line.changed(), line.digest()));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The digest of a run whose log is {@code bytes} long and was last written at {@code time}. */
    public Optional<RunDigest> find(String folder, long bytes, Instant time) {
        Kept found = kept.get(folder);
        return found != null && found.bytes() == bytes && found.changed().equals(time)
                ? Optional.of(found.digest())
                : Optional.empty();
    }

    /** Keeps a digest; {@link #save} writes it. */
    public void put(String folder, long bytes, Instant time, RunDigest digest) {
        kept.put(folder, new Kept(bytes, time, digest));
        changed = true;
    }

    /** Forgets runs that are not among {@code folders}. */
    public void keepOnly(Set<String> folders) {
        changed |= kept.keySet().retainAll(folders);
    }

    /** Writes the file if anything changed since it was read or written. */
    public void save() throws IOException {
        if (changed) {
            changed = false;
            AtomicFile.write(file, this::write);
        }
    }

    private void write(Path to) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(to)) {
            out.write(VERSION);
            for (Map.Entry<String, Kept> entry : kept.entrySet()) {
                Kept run = entry.getValue();
                out.newLine();
                out.write(WRITER.writeValueAsString(
                        IndexLine.of(entry.getKey(), run.bytes(), run.changed(), run.digest())));
            }
        }
    }
}
