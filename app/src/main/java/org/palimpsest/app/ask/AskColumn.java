package org.palimpsest.app.ask;

import org.palimpsest.app.worker.RunAt;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskReply;

/**
 * A model in a question and what it answered.
 *
 * @param at the run it is of, its step null until the run has written its present state
 * @param run the run's name for people
 * @param answer null until it comes
 * @param trouble why none comes; empty if one came or may come
 */
public record AskColumn(Subject subject, RunAt at, String run, DeskReply.Answer answer, String trouble) {

    static AskColumn waiting(Subject subject, RunAt at, String run) {
        return new AskColumn(subject, at, run, null, "");
    }

    /** Whether neither an answer nor a reason for its absence is there. */
    public boolean isWaiting() {
        return answer == null && trouble.isEmpty();
    }

    AskColumn answered(DeskReply.Answer reply) {
        return new AskColumn(subject, new RunAt(at.folder(), reply.step()), run, reply, "");
    }

    AskColumn failed(String reason) {
        return new AskColumn(subject, at, run, null, reason);
    }
}
