package org.palimpsest.engine.run;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.regex.Pattern;

/** One sentence about a failure, for somebody who does not know the program. */
public final class FailureSentence {
    private static final Pattern ENDLESS = Pattern.compile("(\\S{150})\\S{200,}(\\S{50})");
    private static final String UNEXPECTED = "this should not have happened";
    /** How libtorch says that the machine has no memory left. */
    private static final String NATIVE_MEMORY = "(?s).*(can't allocate memory|not enough memory|out of memory).*";

    private FailureSentence() {}

    /** What happened, to what, and where it can be said what to do. */
    public static String of(Throwable failure) {
        // A name of thousands of letters is named by its two ends.
        return ENDLESS.matcher(sentence(failure)).replaceAll("$1…$2");
    }

    private static String sentence(Throwable failure) {
        // Only Java's own one says no more than its cause; those of this project name the file and what to do.
        if (failure.getClass() == UncheckedIOException.class && failure.getCause() != null) {
            return sentence(failure.getCause());
        }
        if (failure instanceof FileSystemException file) {
            return of(file);
        }
        if (failure instanceof OutOfMemoryError) {
            return "memory ran out (%s); take smaller batches, or give Java more with -Xmx"
                    .formatted(failure.getMessage());
        }
        Optional<String> library = missingLibrary(failure);
        if (library.isPresent()) {
            return "a native library cannot be loaded (%s); \"palimpsest doctor\" says what is missing"
                    .formatted(library.get());
        }
        if (failure instanceof EngineException
                && String.valueOf(failure.getMessage()).matches(NATIVE_MEMORY)) {
            return "memory ran out (libtorch: %s); take smaller batches or a smaller model, or close other programs"
                    .formatted(firstLines(failure.getMessage()));
        }
        if (isSpoken(failure)) {
            return firstLines(failure.getMessage());
        }
        return UNEXPECTED + ": "
                + firstLines(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.toString());
    }

    /** Whether nobody foresaw this failure, so that its place in the program is worth a report. */
    public static boolean isUnexpected(String sentence) {
        return sentence.startsWith(UNEXPECTED);
    }

    /** What the first failure to link says, which later ones only repeat. */
    private static Optional<String> missingLibrary(Throwable failure) {
        Optional<String> found = Optional.empty();
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 10; depth++, at = at.getCause()) {
            if (at instanceof LinkageError
                    || (at instanceof EngineException && at.getCause() instanceof LinkageError)) {
                found = Optional.of(
                        at.getMessage() == null ? at.getClass().getSimpleName() : firstLines(at.getMessage()));
            }
        }
        return found;
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
