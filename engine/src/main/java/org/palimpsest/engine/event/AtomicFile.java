package org.palimpsest.engine.event;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a file as a whole: whoever reads it sees the old content or the new, never a part, even after a power cut. */
public final class AtomicFile {

    /** Writes a file at the path it is given. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Replaces {@code file} by a text in UTF-8.
     *
     * @throws IOException if it cannot be written; {@code file} is then as it was
     */
    public static void writeString(Path file, String text) throws IOException {
        write(file, beside -> Files.writeString(beside, text));
    }

    /**
     * Replaces {@code file} by what {@code content} writes: beside it first, brought to disk, then moved into place.
     *
     * @throws IOException if it cannot be written; {@code file} is then as it was, and nothing is left beside it
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            content.writeTo(beside);
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            deleteAfter(e, beside);
            throw e;
        }
        syncFolder(target.getParent());
    }

    private static void deleteAfter(Exception failure, Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Brings the names in a folder to disk. Windows cannot open folders and does without. */
    public static void syncFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
