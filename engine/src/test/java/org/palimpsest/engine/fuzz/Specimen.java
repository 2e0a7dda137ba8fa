package org.palimpsest.engine.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a small folder, by their paths in it. A change makes another specimen.
 *
 * @param files contents by path, with {@code /} between folders
 */
record Specimen(Map<String, byte[]> files) {

    Specimen {
        files = new TreeMap<>(files);
    }

    /** Everything that lies in a folder. */
    static Specimen of(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Specimen(files);
    }

    byte[] bytes(String path) {
        return files.get(path).clone();
    }

    String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    Specimen with(String path, byte[] content) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.put(path, content.clone());
        return new Specimen(changed);
    }

    Specimen with(String path, String content) {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    Specimen without(String path) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.remove(path);
        return new Specimen(changed);
    }

    /** Makes a folder hold these files and nothing else. */
    void writeTo(Path folder) throws IOException {
        empty(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path place = folder.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /** Equal for equal files. */
    String key() {
        StringBuilder all = new StringBuilder();
        files.forEach((path, content) ->
                all.append(path).append(' ').append(sha256(content)).append('\n'));
        return sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Specimen specimen && key().equals(specimen.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }
}
