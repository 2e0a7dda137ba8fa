package org.palimpsest.engine.event.process;

import java.util.List;

/**
 * How a worker process ended.
 *
 * @param status its exit status; 128 + n where signal n ended it
 * @param lastLines the last lines it wrote for people, behind any stack trace
 */
public record WorkerEnd(int status, List<String> lastLines) {
    /** Exit status: the run finished. */
    public static final int FINISHED = 0;
    /** Exit status: the run broke off; the last event and standard error say why. */
    public static final int FAILED = 1;
    /** Exit status: the program was started with other arguments than it understands. */
    public static final int USAGE = 2;
    /** Exit status: the run was stopped on request and can be resumed. */
    public static final int STOPPED = 4;

    public boolean finished() {
        return status == FINISHED;
    }

    public boolean stopped() {
        return status == STOPPED;
    }

    /** One sentence for a person. */
    public String inWords() {
        return switch (status) {
            case FINISHED -> "the run finished";
            case STOPPED -> "the run was stopped and can be resumed";
            case 137 ->
                "the worker was killed (signal 9), by a person or because memory ran out; the run can be resumed from its last checkpoint";
            case 134, 139 ->
                "the worker crashed in native code (signal %d); the run can be resumed from its last checkpoint"
                        .formatted(status - 128);
            default ->
                status > 128
                        ? "the worker was ended by signal %d; the run can be resumed from its last checkpoint"
                                .formatted(status - 128)
                        : "the worker broke off (exit status %d)%s".formatted(status, reason());
        };
    }

    private String reason() {
        return lastLines.isEmpty() ? "" : ": " + String.join("\n", lastLines);
    }
}
