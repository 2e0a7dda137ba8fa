package org.palimpsest.engine.cli;

import org.palimpsest.engine.run.FailureSentence;
import picocli.CommandLine.ExecutionException;

/** One sentence about a failure, for somebody at a terminal. */
final class ErrorMessage {
    private ErrorMessage() {}

    static String of(Throwable failure) {
        if (failure instanceof ExecutionException wrapped && wrapped.getCause() != null) {
            return of(wrapped.getCause());
        }
        String sentence = FailureSentence.of(failure);
        return FailureSentence.isUnexpected(sentence)
                ? sentence + "; add --stacktrace to see where, and report it"
                : sentence;
    }
}
