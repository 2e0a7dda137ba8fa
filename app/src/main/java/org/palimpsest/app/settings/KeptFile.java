package org.palimpsest.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.event.AtomicFile;

/**
 * Something the window keeps as JSON, in a file that a person may mend and break by hand: what is not known in it is passed over, and
 * a broken file is set aside under its name and {@code .broken}, so that it is neither lost nor in the way.
 *
 * @param <T> what is kept
 */
public final class KeptFile<T> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path path;
    private final JavaType type;

    private KeptFile(Path path, JavaType type) {
        this.path = path;
        this.type = type;
    }

    /** One thing in a file that need not exist yet. */
    public static <T> KeptFile<T> of(Path path, Class<T> type) {
        return new KeptFile<>(path, JSON.constructType(type));
    }

    /** Things by name in a file that need not exist yet. */
    public static <V> KeptFile<Map<String, V>> mapOf(Path path, Class<V> values) {
        return new KeptFile<>(path, JSON.getTypeFactory().constructMapType(Map.class, String.class, values));
    }

    /**
     * What was written last; empty if nothing was.
     *
     * @throws IOException if the file cannot be read; it has then been set aside, and the message tells both names
     */
    public Optional<T> read() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(path.toFile(), type));
        } catch (IOException e) {
            Path aside = path.resolveSibling(path.getFileName() + ".broken");
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
            throw new IOException(path + ": " + reason(e) + " → " + aside, e);
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof JsonProcessingException broken ? broken.getOriginalMessage() : failure.getMessage();
    }

    /**
     * Replaces what was written, making the folder where it is missing.
     *
     * @throws IOException if it cannot be written; the file is then as it was
     */
    public void write(T value) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        AtomicFile.writeString(path, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
