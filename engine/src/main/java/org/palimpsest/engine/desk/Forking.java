package org.palimpsest.engine.desk;

import java.io.IOException;
import java.nio.file.Path;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.run.Checkpoint;
import org.palimpsest.engine.run.ForkFromDisk;

/** Makes another run's folder from a state of one. A step without a checkpoint is reached again from the one before. */
final class Forking {
    private final Question question;
    private final Kept kept;

    Forking(Question question, Kept kept) {
        this.question = question;
        this.kept = kept;
    }

    void fork(DeskCommand.Fork asked) throws IOException {
        RunFolder parent = RunFolder.open(Path.of(asked.run()));
        long step = asked.step() != null
                ? asked.step()
                : Checkpoint.latest(parent).map(Checkpoint::step).orElse(0L);
        // The fork opens all models of the run once more, with an optimiser.
        kept.clear();
        RunCommand.Fork fork = new RunCommand.Fork(
                Path.of(asked.folder()).toAbsolutePath().toString(),
                asked.method(),
                asked.settings(),
                asked.learningRate());
        RunFolder forked = ForkFromDisk.at(parent, step, fork, question.progress("taking steps again"));
        question.say(new DeskReply.Forked(asked.id(), forked.path().toString(), step));
    }
}
