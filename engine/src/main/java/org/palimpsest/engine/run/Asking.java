package org.palimpsest.engine.run;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.Generator;
import org.palimpsest.engine.model.NotFiniteException;
import org.palimpsest.engine.model.Sampling;

/** Lets the models of a run answer a question, greedily. */
final class Asking {
    private final Experiment experiment;
    private final RunJournal journal;

    Asking(Experiment experiment, RunJournal journal) {
        this.experiment = experiment;
        this.journal = journal;
    }

    void ask(RunCommand.Ask ask, DecoderModel now, long step) {
        answer(ask, Subject.TARGET, experiment.target(), step);
        answer(ask, Subject.UNLEARNED, now, step);
        experiment.reference().ifPresent(reference -> answer(ask, Subject.REFERENCE, reference, step));
    }

    private void answer(RunCommand.Ask ask, Subject subject, DecoderModel model, long step) {
        Generator generator = new Generator(
                model,
                Sampling.GREEDY,
                experiment.tokenizer().stopIds(),
                experiment.tokenizer().sayable(),
                ask.maxNewTokens());
        int[] prompt = experiment.encoder().encodePrompt(ask.question());
        int[] answer;
        try {
            answer =
                    generator.generate(List.of(prompt), new SplittableRandom(0)).get(0);
        } catch (NotFiniteException e) {
            String reason = "%s, asked \"%s\": %s"
                    .formatted(subject.name().toLowerCase(Locale.ROOT), ask.question(), e.getMessage());
            journal.say((n, at) -> new RunEvent.Warned(n, at, step, reason));
            return;
        }
        String text = experiment.tokenizer().decode(answer, true).strip();
        journal.say((n, at) -> new RunEvent.Answered(n, at, step, ask.question(), subject, text));
    }
}
