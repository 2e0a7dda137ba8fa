package org.palimpsest.engine.desk;

import java.io.IOException;
import java.nio.file.Path;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.run.AttackFromDisk;
import org.palimpsest.engine.run.Run;
import org.palimpsest.engine.run.RunControl;

/** Attacks a checkpoint of a run, and passes on what is added to the run's log. */
final class Attacking {
    private final Question question;
    private final Kept kept;

    Attacking(Question question, Kept kept) {
        this.question = question;
        this.kept = kept;
    }

    void attack(DeskCommand.Attack asked) throws IOException {
        RunFolder run = RunFolder.open(Path.of(asked.run()));
        // The attack opens all models of the run for itself.
        kept.clear();
        RunControl control = new RunControl();
        question.onGivingUp(() -> control.send(new RunCommand.Stop()));
        Run.Ending ending = AttackFromDisk.on(
                run,
                asked.step(),
                asked.attack(),
                asked.settings(),
                control,
                event -> question.tell(new DeskReply.Happened(asked.id(), event)));
        if (ending == Run.Ending.STOPPED) {
            throw new GivenUpException();
        }
    }
}
