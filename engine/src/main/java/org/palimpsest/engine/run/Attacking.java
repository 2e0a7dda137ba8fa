package org.palimpsest.engine.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.attack.Attack;
import org.palimpsest.engine.attack.AttackContext;
import org.palimpsest.engine.attack.AttackSession;
import org.palimpsest.engine.attack.AttackStep;
import org.palimpsest.engine.attack.Attacks;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.evaluate.Benchmark;
import org.palimpsest.engine.evaluate.EvaluationSets;
import org.palimpsest.engine.evaluate.ReferenceKey;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.recipe.AttackChoice;
import org.palimpsest.engine.text.EncodedExample;

/** Attacks copies of a run's model, and the retained reference beside it, since what the reference relearns was never hidden. */
final class Attacking {
    private static final int MEASURED_ROWS = 64;

    /** An attack from its first to its last point. */
    private record Course(List<AttackStep> steps, Map<String, Double> summary) {}

    /** Hears of every point, and how many of how many there are. */
    private interface Listener {
        void heard(AttackStep point, int done, int total);
    }

    private final Experiment experiment;
    private final RunJournal journal;
    private final RunFolder folder;
    private final RunControl control;

    Attacking(Experiment experiment, RunJournal journal, RunFolder folder, RunControl control) {
        this.experiment = experiment;
        this.journal = journal;
        this.folder = folder;
        this.control = control;
    }

    /** All attacks of the recipe. */
    void attackAll(DecoderModel unlearned, long step) {
        for (AttackChoice choice : experiment.recipe().attacks()) {
            attack(choice.id(), choice.settings(), unlearned, step);
        }
    }

    void attack(String id, Map<String, Object> given, DecoderModel unlearned, long step) {
        Attack attack = Attacks.byId(id);
        Settings settings = Settings.of(attack.card(), given);
        String run = "%s@%d-%s".formatted(id, step, Digest.of(settings.values()).substring(0, 6));
        Map<String, Double> reference = Map.of();
        if (experiment.reference().isPresent()) {
            reference = attackReference(attack, settings, run, step);
        }
        begin(id, run, Subject.UNLEARNED, step);
        AttackContext context = context(unlearned, settings, reference);
        Course course = run(attack, context, (point, done, total) -> tell(id, run, Subject.UNLEARNED, step, point));
        end(id, run, Subject.UNLEARNED, step, course.summary());
    }

    /** The reference's course is the same for all runs, so it is computed once and told again. */
    private Map<String, Double> attackReference(Attack attack, Settings settings, String run, long step) {
        String id = attack.card().id();
        begin(id, run, Subject.REFERENCE, step);
        Anchors anchors =
                new Anchors(folder, remark -> journal.say((n, at) -> new RunEvent.Warned(n, at, step, remark)));
        Course course = anchors.get("attack-" + key(id, settings), Course.class, () -> {
            AttackContext context = context(experiment.reference().orElseThrow(), settings, Map.of());
            // Points are told behind, as they are where they were kept; until then only how far it is.
            return run(
                    attack,
                    context,
                    (point, done, total) -> journal.say((n, at) ->
                            new RunEvent.Progress(n, at, step, id + " on the retained reference", done, total)));
        });
        course.steps().forEach(point -> tell(id, run, Subject.REFERENCE, step, point));
        end(id, run, Subject.REFERENCE, step, course.summary());
        return course.summary();
    }

    private Course run(Attack attack, AttackContext context, Listener listener) {
        List<AttackStep> steps = new ArrayList<>();
        try (AttackSession session = attack.open(context)) {
            while (!session.done()) {
                control.requireNoStop();
                AttackStep point = session.advance();
                steps.add(point);
                listener.heard(point, steps.size(), session.points());
            }
            return new Course(steps, session.summary());
        }
    }

    private AttackContext context(DecoderModel model, Settings settings, Map<String, Double> reference) {
        return new AttackContext(
                model,
                Optional.of(experiment.target()),
                experiment.sets(),
                reference,
                MEASURED_ROWS,
                settings,
                experiment.recipe().training().seed());
    }

    private String key(String id, Settings settings) {
        EvaluationSets none = new EvaluationSets(Map.of(), experiment.encoder());
        try {
            return Digest.of(
                    ReferenceKey.of(
                            Path.of(experiment.recipe().model().reference()), none, new Benchmark("none", List.of())),
                    ReferenceKey.of(
                            Path.of(experiment.recipe().model().target()), none, new Benchmark("none", List.of())),
                    id,
                    settings.values(),
                    experiment.recipe().training().seed(),
                    fingerprint(experiment.sets().forget()),
                    fingerprint(experiment.sets().retain()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(List<EncodedExample> examples) {
        return Digest.of(examples.stream()
                .map(example -> Arrays.toString(example.ids()) + Arrays.toString(example.labels()))
                .toArray());
    }

    private void begin(String id, String run, Subject subject, long step) {
        journal.say((n, at) -> new RunEvent.AttackStarted(n, at, step, id, run, subject));
    }

    private void tell(String id, String run, Subject subject, long step, AttackStep point) {
        journal.say((n, at) ->
                new RunEvent.AttackPoint(n, at, step, id, run, subject, point.x(), point.label(), point.values()));
    }

    private void end(String id, String run, Subject subject, long step, Map<String, Double> summary) {
        journal.say((n, at) -> new RunEvent.AttackFinished(n, at, step, id, run, subject, summary));
    }
}
