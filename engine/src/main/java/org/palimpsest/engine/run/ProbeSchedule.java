package org.palimpsest.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.evaluate.EvaluationSet;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.method.UnlearningSession;
import org.palimpsest.engine.probe.Probe;
import org.palimpsest.engine.probe.ProbeContext;
import org.palimpsest.engine.probe.ProbeSession;
import org.palimpsest.engine.probe.Probes;
import org.palimpsest.engine.probe.WatchedSets;
import org.palimpsest.engine.recipe.ProbeChoice;

/** Lets each probe of a recipe look at the model when it is due: at the beginning, every so many steps, and at the end. */
final class ProbeSchedule implements AutoCloseable {

    private record Scheduled(ProbeChoice choice, ProbeSession session) {}

    private final RunJournal journal;
    private final List<Scheduled> probes = new ArrayList<>();
    private final Map<String, Long> lastObserved = new HashMap<>();
    private final Set<String> remarked = new HashSet<>();

    ProbeSchedule(Experiment experiment, RunJournal journal) {
        this.journal = journal;
        for (ProbeChoice choice : experiment.recipe().probes()) {
            Probe probe = Probes.byId(choice.id());
            probes.add(new Scheduled(choice, probe.open(context(experiment, choice, probe))));
        }
    }

    private static ProbeContext context(Experiment experiment, ProbeChoice choice, Probe probe) {
        WatchedSets sets = new WatchedSets(
                experiment.sets().forget(),
                experiment.sets().retain(),
                experiment.evaluationSets().getOrDefault(EvaluationSet.FORGET, List.of()),
                experiment.evaluationSets().getOrDefault(EvaluationSet.RETAIN, List.of()),
                experiment.sets().padId());
        return new ProbeContext(
                experiment.target(),
                experiment.reference(),
                sets,
                experiment.encoder(),
                choice.prompts(),
                Settings.of(probe.card(), choice.settings()),
                experiment.recipe().training().seed());
    }

    /** Notes what stands in the log of a run that goes on: what a probe saw at a step, its constants included. */
    void skip(String probe, long step) {
        lastObserved.put(probe, step);
        probes.stream()
                .filter(scheduled -> scheduled.choice().id().equals(probe))
                .forEach(scheduled -> scheduled.session().resume());
    }

    /** Notes that something has been said already. */
    void said(String remark) {
        remarked.add(remark);
    }

    /** Observes with every probe that is due now and has not looked at this step yet. */
    void observe(UnlearningSession session) {
        long step = session.step();
        for (Scheduled probe : probes) {
            if (step % probe.choice().every() != 0 && !session.done()) {
                continue;
            }
            if (lastObserved.getOrDefault(probe.choice().id(), -1L) != step) {
                lastObserved.put(probe.choice().id(), step);
                List<Observation> seen = probe.session().observe(session.model());
                journal.say((n, at) ->
                        new RunEvent.Observed(n, at, step, probe.choice().id(), seen));
            }
            // Also where a run was killed between an observation and the remark that belongs to it.
            tellRemarks(probe.session(), step);
        }
    }

    private void tellRemarks(ProbeSession session, long step) {
        for (String remark : session.remarks()) {
            if (remarked.add(remark)) {
                journal.say((n, at) -> new RunEvent.Warned(n, at, step, remark));
            }
        }
    }

    @Override
    public void close() {
        probes.forEach(probe -> probe.session().close());
    }
}
