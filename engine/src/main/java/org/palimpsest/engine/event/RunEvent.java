package org.palimpsest.engine.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One line of {@code events.jsonl}. Every event carries its place in the log, the moment it was written, and the number of
 * steps finished by then.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = RunEvent.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = RunEvent.StepDone.class, name = "step"),
    @JsonSubTypes.Type(value = RunEvent.Observed.class, name = "observed"),
    @JsonSubTypes.Type(value = RunEvent.CheckpointWritten.class, name = "checkpoint"),
    @JsonSubTypes.Type(value = RunEvent.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = RunEvent.Continued.class, name = "continued"),
    @JsonSubTypes.Type(value = RunEvent.LearningRateChanged.class, name = "learning-rate"),
    @JsonSubTypes.Type(value = RunEvent.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = RunEvent.AttackStarted.class, name = "attack-started"),
    @JsonSubTypes.Type(value = RunEvent.AttackPoint.class, name = "attack-point"),
    @JsonSubTypes.Type(value = RunEvent.AttackFinished.class, name = "attack-finished"),
    @JsonSubTypes.Type(value = RunEvent.Scored.class, name = "scored"),
    @JsonSubTypes.Type(value = RunEvent.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = RunEvent.Warned.class, name = "warned"),
    @JsonSubTypes.Type(value = RunEvent.Stopped.class, name = "stopped"),
    @JsonSubTypes.Type(value = RunEvent.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = RunEvent.Finished.class, name = "finished")
})
public sealed interface RunEvent {

    /** Position in the log, counted from 0. */
    long sequence();

    Instant at();

    /** Steps finished when this was written. */
    long step();

    /** First line of a run. {@code totalSteps} is what the recipe asks for. */
    record Started(long sequence, Instant at, long step, String name, String method, long totalSteps)
            implements RunEvent {}

    /** The run goes on from the checkpoint of {@code step}; whatever the log holds of later steps is superseded. */
    record Resumed(long sequence, Instant at, long step) implements RunEvent {}

    /**
     * A finished step.
     *
     * @param terms the total {@code loss} and each term of the method's formula, by the names of its card
     * @param gradientNorm L2 norm of the whole gradient before clipping
     * @param tokens supervised tokens seen so far
     * @param seconds time spent in steps so far
     */
    record StepDone(
            long sequence,
            Instant at,
            long step,
            Map<String, Double> terms,
            double learningRate,
            double gradientNorm,
            long tokens,
            double seconds)
            implements RunEvent {
        public StepDone {
            terms = InOrder.copy(terms);
        }
    }

    /** What a probe saw. */
    record Observed(long sequence, Instant at, long step, String probe, List<Observation> observations)
            implements RunEvent {
        public Observed {
            observations = List.copyOf(observations);
        }
    }

    /** A checkpoint is safely on disk; {@code path} is relative to the run folder. */
    record CheckpointWritten(long sequence, Instant at, long step, String path) implements RunEvent {}

    record Paused(long sequence, Instant at, long step, String reason) implements RunEvent {}

    record Continued(long sequence, Instant at, long step) implements RunEvent {}

    record LearningRateChanged(long sequence, Instant at, long step, double from, double to) implements RunEvent {}

    /** The answer of one model to a prompt asked between two steps. */
    record Answered(long sequence, Instant at, long step, String prompt, Subject subject, String answer)
            implements RunEvent {}

    /** An attack on {@code subject} begins; {@code attackRun} tells apart several runs of one attack. */
    record AttackStarted(long sequence, Instant at, long step, String attack, String attackRun, Subject subject)
            implements RunEvent {}

    /**
     * A point of an attack's curve.
     *
     * @param x where on the attack's axis (a relearning step, bits of precision)
     * @param label what stands there when x is not a number by nature ({@code nf4}), otherwise empty
     * @param values measured quantities by name ({@code forget.probability})
     */
    record AttackPoint(
            long sequence,
            Instant at,
            long step,
            String attack,
            String attackRun,
            Subject subject,
            double x,
            String label,
            Map<String, Double> values)
            implements RunEvent {
        public AttackPoint {
            values = InOrder.copy(values);
        }
    }

    /** The attack's summary numbers by name. */
    record AttackFinished(
            long sequence,
            Instant at,
            long step,
            String attack,
            String attackRun,
            Subject subject,
            Map<String, Double> summary)
            implements RunEvent {
        public AttackFinished {
            summary = InOrder.copy(summary);
        }
    }

    /**
     * A metric's value for one model. When a metric is measured again the newest value counts.
     *
     * @param variant tells several measurements by one metric apart: what its settings choose other than by default, joined
     *     by points ({@code retain.true-better}); otherwise empty
     * @param value null if it could not be measured; {@code note} then says why
     * @param parts what the value is made of, by name
     */
    record Scored(
            long sequence,
            Instant at,
            long step,
            String metric,
            String variant,
            Subject subject,
            Double value,
            Map<String, Double> parts,
            String note)
            implements RunEvent {
        public Scored {
            variant = variant == null ? "" : variant;
            parts = InOrder.copy(parts);
        }

        /** A measurement with the defaults of the metric's settings. */
        public Scored(
                long sequence,
                Instant at,
                long step,
                String metric,
                Subject subject,
                Double value,
                Map<String, Double> parts,
                String note) {
            this(sequence, at, step, metric, "", subject, value, parts, note);
        }
    }

    /** How far a longer piece of work other than stepping has come. */
    record Progress(long sequence, Instant at, long step, String task, long done, long total) implements RunEvent {}

    /** Something a person should look at; the run goes on. */
    record Warned(long sequence, Instant at, long step, String message) implements RunEvent {}

    /** The run was stopped on request and can be resumed. */
    record Stopped(long sequence, Instant at, long step) implements RunEvent {}

    /** The run broke off; {@code message} says at what, {@code hint} what to do. */
    record Failed(long sequence, Instant at, long step, String message, String hint) implements RunEvent {}

    record Finished(long sequence, Instant at, long step, double seconds) implements RunEvent {}
}
