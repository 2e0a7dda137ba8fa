package org.palimpsest.engine.desk;

import java.util.function.Consumer;
import org.palimpsest.engine.evaluate.Progress;
import org.palimpsest.engine.event.desk.DeskReply;

/** One question while it is worked: where its replies go, and whether anybody still waits for them. */
final class Question {
    private final long id;
    private final Consumer<DeskReply> replies;
    private volatile boolean givenUp;
    private volatile Runnable onGivingUp = () -> {};

    Question(long id, Consumer<DeskReply> replies) {
        this.id = id;
        this.replies = replies;
    }

    long id() {
        return id;
    }

    /**
     * Gives a reply.
     *
     * @throws GivenUpException if nobody waits any more
     */
    void say(DeskReply reply) {
        requireWanted();
        replies.accept(reply);
    }

    /** Gives a reply even if nobody waits any more, for work that is told in another way to end. */
    void tell(DeskReply reply) {
        replies.accept(reply);
    }

    /** Says how far a longer piece of work has come, and ends it when nobody waits any more. */
    Progress progress(String task) {
        return (done, total) -> say(new DeskReply.Progress(id, task, done, total));
    }

    /** @throws GivenUpException if nobody waits any more */
    void requireWanted() {
        if (givenUp) {
            throw new GivenUpException();
        }
    }

    /** What is to be told, once, when the question is given up: work that cannot ask by itself. */
    void onGivingUp(Runnable tell) {
        onGivingUp = tell;
        if (givenUp) {
            tell.run();
        }
    }

    /** From another thread: nobody waits any more. */
    void giveUp() {
        givenUp = true;
        onGivingUp.run();
    }
}
