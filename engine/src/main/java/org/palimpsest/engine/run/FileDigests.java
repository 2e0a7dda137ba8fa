package org.palimpsest.engine.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * SHA-256 of files. Those of large files are kept beside the runs under their path, length and times, so that weights are not gone
 * through again for every run. The time of the last change of a file's record cannot be set back, where the system has one.
 */
final class FileDigests {
    private static final long LARGE = 1L << 24;

    private final Anchors kept;

    FileDigests(Anchors kept) {
        this.kept = kept;
    }

    String of(Path file) throws IOException {
        if (Files.size(file) < LARGE) {
            return Digest.of(file);
        }
        try {
            return kept.get("file-" + key(file), String.class, () -> {
                try {
                    return Digest.of(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String key(Path file) throws IOException {
        Path real = file.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        Object changed = real.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(real, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
                : attributes.creationTime();
        return Digest.of(real, attributes.size(), attributes.lastModifiedTime(), changed, attributes.fileKey());
    }
}
