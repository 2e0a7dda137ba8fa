package org.palimpsest.engine.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;

/** Writes logs for tests: counts events and seconds by itself. */
final class LogBuilder {

    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private final List<RunEvent> events = new ArrayList<>();

    private long next() {
        return events.size();
    }

    private Instant at() {
        return START.plusSeconds(events.size());
    }

    LogBuilder started(String name, String method, long steps) {
        events.add(new RunEvent.Started(next(), at(), 0, name, method, steps));
        return this;
    }

    LogBuilder step(long step, Map<String, Double> terms, double gradientNorm) {
        events.add(new RunEvent.StepDone(next(), at(), step, terms, 1e-4, gradientNorm, step * 900, step * 0.6));
        return this;
    }

    LogBuilder seen(long step, String probe, Observation... observations) {
        events.add(new RunEvent.Observed(next(), at(), step, probe, List.of(observations)));
        return this;
    }

    LogBuilder scored(long step, String metric, Subject subject, Double value) {
        return scored(step, metric, subject, value, Map.of(), "");
    }

    LogBuilder scored(long step, String metric, Subject subject, Double value, Map<String, Double> parts, String note) {
        events.add(new RunEvent.Scored(next(), at(), step, metric, subject, value, parts, note));
        return this;
    }

    LogBuilder variant(long step, String metric, String variant, Subject subject, Double value) {
        events.add(new RunEvent.Scored(next(), at(), step, metric, variant, subject, value, Map.of(), ""));
        return this;
    }

    LogBuilder attackPoint(
            long step, String attack, Subject subject, double x, String label, Map<String, Double> values) {
        events.add(new RunEvent.AttackPoint(next(), at(), step, attack, attack + "-1", subject, x, label, values));
        return this;
    }

    LogBuilder attackFinished(long step, String attack, Subject subject, Map<String, Double> summary) {
        events.add(new RunEvent.AttackFinished(next(), at(), step, attack, attack + "-1", subject, summary));
        return this;
    }

    LogBuilder rate(long step, double from, double to) {
        events.add(new RunEvent.LearningRateChanged(next(), at(), step, from, to));
        return this;
    }

    LogBuilder resumed(long step) {
        events.add(new RunEvent.Resumed(next(), at(), step));
        return this;
    }

    LogBuilder warned(long step, String message) {
        events.add(new RunEvent.Warned(next(), at(), step, message));
        return this;
    }

    LogBuilder failed(long step, String message, String hint) {
        events.add(new RunEvent.Failed(next(), at(), step, message, hint));
        return this;
    }

    LogBuilder finished(long step) {
        events.add(new RunEvent.Finished(next(), at(), step, step * 0.8));
        return this;
    }

    List<RunEvent> events() {
        return List.copyOf(events);
    }
}
