package org.palimpsest.engine.run;

import java.util.function.Consumer;
import org.palimpsest.engine.event.EventLog;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;

/** Where a run says what happens: every event goes to the log first, then to whoever listens. */
public final class RunJournal implements AutoCloseable {
    private final EventLog log;
    private final Consumer<RunEvent> listener;

    RunJournal(RunFolder folder, Consumer<RunEvent> listener) {
        this.log = EventLog.open(folder);
        this.listener = listener;
    }

    /** Writes an event, then passes it on. */
    public void say(EventLog.Draft draft) {
        listener.accept(log.append(draft));
    }

    void sync() {
        log.sync();
    }

    @Override
    public void close() {
        log.close();
    }
}
