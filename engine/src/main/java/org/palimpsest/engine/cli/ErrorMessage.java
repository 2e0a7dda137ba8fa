package org.palimpsest.engine.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine.ExecutionException;

/** One sentence about a failure, for somebody who does not know the program. */
final class ErrorMessage {
    private ErrorMessage() {}

    static String of(Throwable failure) {
        if (failure instanceof ExecutionException wrapped && wrapped.getCause() != null) {
            return of(wrapped.getCause());
        }
        if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return of(unchecked.getCause());
        }
        if (failure instanceof FileSystemException file) {
            return of(file);
        }
        if (failure instanceof OutOfMemoryError) {
            return "memory ran out (%s); take smaller batches, or give Java more with -Xmx"
                    .formatted(failure.getMessage());
        }
        if (failure instanceof LinkageError) {
            return "a native library cannot be loaded (%s); \"palimpsest doctor\" says what is missing"
                    .formatted(failure.getMessage());
        }
        if (isSpoken(failure)) {
            return firstLines(failure.getMessage());
        }
        return "this should not have happened: %s; add --stacktrace to see where, and report it"
                .formatted(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure);
    }

    /** Failures whose message was written for people: this project's own, and what Java says of files and arguments. */
    private static boolean isSpoken(Throwable failure) {
        if (failure.getMessage() == null || failure.getMessage().isBlank()) {
            return false;
        }
        return failure.getClass().getName().startsWith("org.palimpsest.")
                || failure instanceof IOException
                || failure instanceof IllegalArgumentException;
    }

    private static String of(FileSystemException failure) {
        String file = failure.getFile();
        if (failure instanceof NoSuchFileException) {
            return "there is no file or folder " + file;
        }
        if (failure instanceof AccessDeniedException) {
            return "access to " + file + " is denied; check its permissions";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return file + " is there already; name another";
        }
        if (failure instanceof NotDirectoryException) {
            return file + " is not a folder";
        }
        String reason = failure.getReason() == null ? "the disk did not take it" : failure.getReason();
        return file + ": " + reason;
    }

    /** Native libraries add pages of their own calls to a message. */
    private static String firstLines(String message) {
        int frames = message.indexOf("\nException raised from");
        return (frames < 0 ? message : message.substring(0, frames)).strip();
    }
}
