package org.palimpsest.engine.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file as it lies on the disk.
 *
 * @param compression how it is compressed as a whole, if it is
 * @param head how it begins, unpacked
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DataFile(Path path, Optional<Compression> compression, byte[] head) {
    private static final int HEAD = 1 << 16;
    private static final int NAMED = 3;

    /**
     * Opens a file and looks at its beginning.
     *
     * @throws DataException if it is none or cannot be read, or its name says otherwise than its content whether it is compressed
     */
    static DataFile open(Path path) {
        requireFile(path);
        byte[] raw = start(path, Optional.empty());
        Optional<Compression> compression = Compression.of(raw);
        Optional<Compression> promised = Compression.named(lowerName(path));
        if (!promised.equals(compression) && raw.length > 0) {
            throw DataException.in(
                    path,
                    compression.isPresent()
                            ? "is compressed with %s, but its name does not say so; name it %s%s"
                                    .formatted(
                                            compression.get().words(),
                                            path.getFileName(),
                                            compression.get().ending())
                            : "is named %s, but is not compressed with %s; take that off its name"
                                    .formatted(
                                            promised.orElseThrow().ending(),
                                            promised.orElseThrow().words()));
        }
        byte[] head = compression.isPresent() ? start(path, compression) : raw;
        if (compression.isPresent() && Compression.of(head).isPresent()) {
            throw DataException.in(path, "is compressed twice; unpack it once");
        }
        return new DataFile(path, compression, head);
    }

    private static void requireFile(Path path) {
        if (Files.isRegularFile(path)) {
            return;
        }
        if (Files.isDirectory(path)) {
            throw DataException.in(path, "is a folder (%s); expected a file of rows".formatted(content(path)));
        }
        if (Files.exists(path)) {
            throw DataException.in(
                    path, "is not a file of rows but a pipe or a device; copy what it gives into a file");
        }
        throw DataException.in(
                path,
                Files.isSymbolicLink(path) || Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                        ? "is a link that leads nowhere: " + destination(path)
                        : "does not exist");
    }

    private static String content(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            return names.isEmpty()
                    ? "it is empty"
                    : names.stream().limit(NAMED).collect(Collectors.joining(", ", "it holds ", ""))
                            + (names.size() > NAMED ? ", …" : "");
        } catch (IOException unreadable) {
            return "its content cannot be seen";
        }
    }

    private static String destination(Path link) {
        try {
            return "%s is not there, or is the link itself".formatted(Files.readSymbolicLink(link));
        } catch (IOException unreadable) {
            return "what it points to is not there";
        }
    }

    private static byte[] start(Path path, Optional<Compression> compression) {
        try (InputStream in = stream(path, compression)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw ReadFailure.of(path, compression, e);
        }
    }

    private static InputStream stream(Path path, Optional<Compression> compression) throws IOException {
        InputStream raw = Files.newInputStream(path);
        if (compression.isEmpty()) {
            return raw;
        }
        try {
            InputStream unpacked = compression.get().unpacking(new BufferedInputStream(raw, HEAD));
            return new BoundedStream(path, Files.size(path), unpacked);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /** What the file holds, unpacked. */
    InputStream bytes() throws IOException {
        return stream(path, compression);
    }

    /** Whether {@link #head()} is all there is. */
    boolean isWhole() {
        return head.length < HEAD;
    }

    /** The file's name without what says that it is compressed, in lower case. */
    private String plainName() {
        String name = lowerName(path);
        return compression.isPresent() ? name.replaceFirst("\\.(gz|gzip|zst)$", "") : name;
    }

    /** The end of the name that says what the file holds, in lower case with its dot; empty without one. */
    String ending() {
        String name = plainName();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    /** The file's name without its endings. */
    String name() {
        String name = String.valueOf(path.getFileName());
        String plain = name.substring(0, plainName().length());
        int dot = plain.lastIndexOf('.');
        return dot > 0 ? plain.substring(0, dot) : plain;
    }

    private static String lowerName(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    }
}
