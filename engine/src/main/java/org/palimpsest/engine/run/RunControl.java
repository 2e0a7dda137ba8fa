package org.palimpsest.engine.run;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.palimpsest.engine.event.RunCommand;

/** Commands on their way to a run; any thread may put them in, the run takes them between two steps. */
public final class RunControl {
    private final BlockingQueue<RunCommand> commands = new LinkedBlockingQueue<>();

    public void send(RunCommand command) {
        commands.add(command);
    }

    /** The next command, or null if there is none. */
    RunCommand poll() {
        return commands.poll();
    }

    /** The next command, waited for. */
    RunCommand await() throws InterruptedException {
        return commands.take();
    }

    /** @throws StopAskedException if a stop waits to be taken */
    void requireNoStop() {
        if (commands.stream().anyMatch(RunCommand.Stop.class::isInstance)) {
            throw new StopAskedException();
        }
    }
}
