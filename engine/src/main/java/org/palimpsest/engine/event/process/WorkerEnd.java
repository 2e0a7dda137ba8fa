package org.palimpsest.engine.event.process;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    /** Exit status: the run was not resumed, for its checkpoint is damaged; standard error says which one to go on from. */
    public static final int CHECKPOINT_REFUSED = 5;
    /** Exit status: the run was not resumed, for data, models or recipe are not what it began with. */
    public static final int INPUTS_CHANGED = 6;

    private static final Pattern OFFER = Pattern.compile("--from (\\d{1,18})");

    public boolean finished() {
        return status == FINISHED;
    }

    public boolean stopped() {
        return status == STOPPED;
    }

    /** Whether the run could go on from another checkpoint, or with the inputs there are now. */
    public boolean refused() {
        return status == CHECKPOINT_REFUSED || status == INPUTS_CHANGED;
    }

    /** Where a checkpoint is damaged: the step that the run can go on from instead. */
    public OptionalLong offeredStep() {
        if (status != CHECKPOINT_REFUSED) {
            return OptionalLong.empty();
        }
        Matcher offer = OFFER.matcher(String.join("\n", lastLines));
        return offer.find() ? OptionalLong.of(Long.parseLong(offer.group(1))) : OptionalLong.empty();
    }

    /** One sentence for a person. */
    public String inWords() {
        return switch (status) {
            case FINISHED -> "the run finished";
            case STOPPED -> "the run was stopped and can be resumed";
            case CHECKPOINT_REFUSED, INPUTS_CHANGED -> "the run was not resumed" + reason();
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
