package org.palimpsest.engine.worker;

import java.util.List;

/**
 * How a worker process ended.
 *
 * @param status its exit status; 128 + n where signal n ended it
 * @param lastLines the last lines it wrote for people, behind any stack trace
 */
public record WorkerEnd(int status, List<String> lastLines) {

    public boolean finished() {
        return status == WorkerMain.FINISHED;
    }

    public boolean stopped() {
        return status == WorkerMain.STOPPED;
    }

    /** One sentence for a person. */
    public String inWords() {
        return switch (status) {
            case WorkerMain.FINISHED -> "the run finished";
            case WorkerMain.STOPPED -> "the run was stopped and can be resumed";
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
