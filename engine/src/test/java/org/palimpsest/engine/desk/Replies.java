package org.palimpsest.engine.desk;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

/** What a desk replied to the questions of one test. */
record Replies(List<DeskReply> all) {

    /** Asks a desk of its own, which is closed at the end. */
    static Replies to(DeskCommand... questions) throws InterruptedException {
        List<DeskReply> replies = new ArrayList<>();
        try (Desk desk = new Desk(replies::add)) {
            for (DeskCommand question : questions) {
                desk.accept(question);
            }
            desk.end();
            desk.work();
        }
        return new Replies(replies);
    }

    <T extends DeskReply> List<T> of(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends DeskReply> T one(Class<T> type) {
        List<T> found = of(type);
        if (found.size() != 1) {
            throw new AssertionError("expected one " + type.getSimpleName() + " in " + all);
        }
        return found.get(0);
    }

    /** The sentence of the refusal. */
    String refusal() {
        return one(DeskReply.Refused.class).message();
    }
}
