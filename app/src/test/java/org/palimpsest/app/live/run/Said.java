package org.palimpsest.app.live.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;

/** Events as a run would write them, one a second. */
public final class Said {
    private static final Instant BEGIN = Instant.parse("2026-03-01T09:30:00Z");

    private long sequence;

    private Instant at(long number) {
        return BEGIN.plusSeconds(number);
    }

    public RunEvent started(String name, String method, long steps) {
        long n = sequence++;
        return new RunEvent.Started(n, at(n), 0, name, method, steps);
    }

    public RunEvent step(long step, double forget, double retain) {
        long n = sequence++;
        return new RunEvent.StepDone(
                n,
                at(n),
                step,
                Map.of("loss", forget + retain, "forget", forget, "retain", retain),
                1e-3,
                2,
                100 * step,
                0.5 * step);
    }

    public RunEvent value(long step, String series, Subject subject, double value) {
        long n = sequence++;
        return new RunEvent.Observed(
                n, at(n), step, "answer-probability", List.of(new Observation.Value(series, subject, value)));
    }

    public RunEvent layers(long step, String series, List<Double> values) {
        long n = sequence++;
        return new RunEvent.Observed(
                n, at(n), step, "weight-change", List.of(new Observation.Layers(series, Subject.UNLEARNED, values)));
    }

    public RunEvent tokens(long step, double toTarget, double toReference) {
        long n = sequence++;
        return new RunEvent.Observed(
                n,
                at(n),
                step,
                "token-distribution",
                List.of(new Observation.Tokens("prompt.1", "Where?", List.of(), toTarget, toReference)));
    }

    public RunEvent paused(long step, String reason) {
        long n = sequence++;
        return new RunEvent.Paused(n, at(n), step, reason);
    }

    public RunEvent continued(long step) {
        long n = sequence++;
        return new RunEvent.Continued(n, at(n), step);
    }

    public RunEvent resumed(long step) {
        long n = sequence++;
        return new RunEvent.Resumed(n, at(n), step);
    }

    public RunEvent rate(long step, double from, double to) {
        long n = sequence++;
        return new RunEvent.LearningRateChanged(n, at(n), step, from, to);
    }

    public RunEvent stopped(long step) {
        long n = sequence++;
        return new RunEvent.Stopped(n, at(n), step);
    }

    public RunEvent failed(long step, String message, String hint) {
        long n = sequence++;
        return new RunEvent.Failed(n, at(n), step, message, hint);
    }

    public RunEvent finished(long step) {
        long n = sequence++;
        return new RunEvent.Finished(n, at(n), step, 5);
    }

    public RunEvent attackStarted(long step, Subject subject) {
        long n = sequence++;
        return new RunEvent.AttackStarted(n, at(n), step, "relearning", "1", subject);
    }
}
