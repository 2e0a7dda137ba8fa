package org.palimpsest.engine.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/** Why a file cannot be read, for somebody who does not know the program. */
final class ReadFailure {
    private ReadFailure() {}

    /**
     * The sentence for a failed read.
     *
     * @param compression how the file is compressed, so that what the unpacking says is not taken for the disk's fault
     */
    static DataException of(Path file, Optional<Compression> compression, IOException failure) {
        return DataException.in(file, words(compression, failure), failure);
    }

    private static String words(Optional<Compression> compression, IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "may not be read; check its permissions";
        }
        if (failure instanceof FileSystemException file) {
            return "cannot be read (%s)".formatted(file.getReason() == null ? "the disk refused it" : file.getReason());
        }
        if (compression.isPresent()) {
            String how = compression.get().words();
            boolean cut = failure instanceof EOFException
                    || String.valueOf(failure.getMessage()).contains("Truncated");
            return cut
                    ? "is cut off: what is compressed with %s ends too early; fetch it again".formatted(how)
                    : "is damaged: it cannot be unpacked with %s; fetch it again".formatted(how);
        }
        return "cannot be read (%s)"
                .formatted(failure.getMessage() == null ? "the disk refused it" : failure.getMessage());
    }
}
