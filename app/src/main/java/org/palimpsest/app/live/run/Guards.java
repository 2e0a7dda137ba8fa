package org.palimpsest.app.live.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;

/**
 * Watches what is observed of one run. Each guard tells once when it is broken and again only after it has held in between, so that a
 * run which a person lets go on is left alone.
 */
public final class Guards {
    /** An alarm about something older than this was raised before anybody watched: it is shown, but nothing is paused for it. */
    private static final Duration FRESH = Duration.ofSeconds(10);
    /** What the engine says of pauses that were asked for. */
    private static final List<String> ASKED = List.of("asked to", "took one step");

    private final Map<Alarm.Kind, Alarm> broken = new EnumMap<>(Alarm.Kind.class);
    private GuardRules rules;
    private double retain = Double.NaN;
    private double forget = Double.NaN;
    private double reference = Double.NaN;
    private long seenAt;

    /**
     * A guard that breaks.
     *
     * @param pause whether the run is to be paused for it
     */
    public record Verdict(Alarm alarm, boolean fresh, boolean pause) {}

    public Guards(GuardRules rules) {
        this.rules = rules;
    }

    /** What is broken now, at most one alarm of a kind. */
    public List<Alarm> alarms() {
        return new ArrayList<>(broken.values());
    }

    /** Changes what is looked for; what was observed last is judged anew, without pausing anything. */
    public void rules(GuardRules changed) {
        rules = changed;
        broken.remove(Alarm.Kind.UTILITY);
        broken.remove(Alarm.Kind.OVER_FORGETTING);
        utility();
        overForgetting();
    }

    /**
     * Looks at the next event.
     *
     * @param now the present moment, by which what is fresh is told from what is history
     * @return what has just broken
     */
    public List<Verdict> see(RunEvent event, Instant now) {
        List<Optional<Alarm>> seen = new ArrayList<>();
        if (event instanceof RunEvent.StepDone done) {
            seen.add(finite(done));
        } else if (event instanceof RunEvent.Paused paused && !ASKED.contains(paused.reason())) {
            seen.add(raise(new Alarm(Alarm.Kind.NOT_FINITE, paused.step(), Double.NaN, Double.NaN, paused.reason())));
        } else if (event instanceof RunEvent.Observed observed) {
            remember(observed);
            seen.add(utility());
            seen.add(overForgetting());
        } else if (event instanceof RunEvent.Resumed resumed) {
            broken.values().removeIf(alarm -> alarm.step() > resumed.step());
        }
        boolean fresh = Duration.between(event.at(), now).compareTo(FRESH) <= 0;
        // A run that has paused by itself needs nobody to pause it.
        boolean pause = rules.pause() && fresh && !(event instanceof RunEvent.Paused);
        return seen.stream()
                .flatMap(Optional::stream)
                .map(alarm -> new Verdict(alarm, fresh, pause))
                .toList();
    }

    private Optional<Alarm> finite(RunEvent.StepDone done) {
        for (Map.Entry<String, Double> term : done.terms().entrySet()) {
            if (!Double.isFinite(term.getValue())) {
                return raise(new Alarm(Alarm.Kind.NOT_FINITE, done.step(), term.getValue(), Double.NaN, term.getKey()));
            }
        }
        broken.remove(Alarm.Kind.NOT_FINITE);
        return Optional.empty();
    }

    private void remember(RunEvent.Observed observed) {
        for (Observation seen : observed.observations()) {
            if (seen instanceof Observation.Value value) {
                boolean now = value.subject() == Subject.UNLEARNED;
                if (now && value.series().equals(CurveKey.RETAIN.name())) {
                    retain = value.value();
                    seenAt = observed.step();
                } else if (now && value.series().equals(CurveKey.FORGET.name())) {
                    forget = value.value();
                    seenAt = observed.step();
                } else if (value.subject() == Subject.REFERENCE
                        && value.series().equals(CurveKey.FORGET.name())) {
                    reference = value.value();
                }
            }
        }
    }

    private Optional<Alarm> utility() {
        return judge(
                Alarm.Kind.UTILITY,
                retain < rules.floor(),
                new Alarm(Alarm.Kind.UTILITY, seenAt, retain, rules.floor(), CurveKey.RETAIN.name()));
    }

    private Optional<Alarm> overForgetting() {
        return judge(
                Alarm.Kind.OVER_FORGETTING,
                rules.reference() && forget < reference,
                new Alarm(Alarm.Kind.OVER_FORGETTING, seenAt, forget, reference, CurveKey.FORGET.name()));
    }

    private Optional<Alarm> judge(Alarm.Kind kind, boolean isBroken, Alarm alarm) {
        if (isBroken) {
            return raise(alarm);
        }
        broken.remove(kind);
        return Optional.empty();
    }

    /** Keeps the step at which it began and the newest value; tells only what is new. */
    private Optional<Alarm> raise(Alarm alarm) {
        Alarm before = broken.get(alarm.kind());
        if (before == null) {
            broken.put(alarm.kind(), alarm);
            return Optional.of(alarm);
        }
        broken.put(alarm.kind(), new Alarm(alarm.kind(), before.step(), alarm.value(), alarm.bound(), alarm.what()));
        return Optional.empty();
    }
}
