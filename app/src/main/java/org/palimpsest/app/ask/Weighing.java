package org.palimpsest.app.ask;

import java.util.List;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.engine.event.desk.DeskReply;

/**
 * What three models think of every token of an answer.
 *
 * @param kind whose answer it is
 * @param at the run and step whose model is the middle one
 * @param tokens empty until they come
 * @param trouble why none come; empty if they came or may come
 */
public record Weighing(Kind kind, String answer, RunAt at, List<DeskReply.WeighedToken> tokens, String trouble) {

    /** Whose answer is weighed. */
    public enum Kind {
        TRUTH,
        TARGET,
        /** A person typed it. */
        OWN
    }

    static Weighing waiting(Kind kind, String answer, RunAt at) {
        return new Weighing(kind, answer, at, List.of(), "");
    }

    /** Whether the other is of the same answer: a reply to an earlier choice no longer counts. */
    boolean sameAnswer(Weighing other) {
        return other != null && kind == other.kind && answer.equals(other.answer);
    }

    Weighing weighed(DeskReply.Weighed reply) {
        return new Weighing(kind, answer, new RunAt(at.folder(), reply.step()), List.copyOf(reply.tokens()), "");
    }

    Weighing failed(String reason) {
        return new Weighing(kind, answer, at, List.of(), reason);
    }

    /** How probable the answer is to each model; NaN where there is none. */
    public AnswerOdds odds() {
        return AnswerOdds.of(tokens);
    }
}
