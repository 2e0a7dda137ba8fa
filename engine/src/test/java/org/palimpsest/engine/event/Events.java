package org.palimpsest.engine.event;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events for tests. */
final class Events {
    static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456789Z");

    private Events() {}

    /** One of every kind there is. */
    static List<RunEvent> ofEveryKind() {
        return List.of(
                new RunEvent.Started(0, AT, 0, "a “first” try", "npo", 120),
                new RunEvent.Resumed(1, AT, 10),
                step(2, 11, 0.5),
                new RunEvent.Observed(3, AT, 11, "answer-probability", observations()),
                new RunEvent.CheckpointWritten(4, AT, 11, "checkpoints/step-11"),
                new RunEvent.Paused(5, AT, 11, "asked to"),
                new RunEvent.Continued(6, AT, 11),
                new RunEvent.LearningRateChanged(7, AT, 11, 1e-5, 3e-5),
                new RunEvent.Answered(8, AT, 11, "Who?\nReally?", Subject.TARGET, "Grüße 作家 \u2028"),
                new RunEvent.AttackStarted(9, AT, 11, "relearning", "relearning-1", Subject.UNLEARNED),
                new RunEvent.AttackPoint(
                        10,
                        AT,
                        11,
                        "quantisation",
                        "quantisation-1",
                        Subject.REFERENCE,
                        4,
                        "nf4",
                        Map.of("forget.probability", 0.25)),
                new RunEvent.AttackFinished(
                        11, AT, 11, "relearning", "relearning-1", Subject.UNLEARNED, Map.of("area", 0.1)),
                new RunEvent.Scored(
                        12,
                        AT,
                        11,
                        "truth-ratio",
                        "retain.true-better",
                        Subject.UNLEARNED,
                        null,
                        Map.of("skipped", 2.0),
                        "no paraphrases"),
                new RunEvent.Progress(13, AT, 11, "evaluating", 3, 9),
                new RunEvent.Warned(14, AT, 11, "loss is rising"),
                new RunEvent.Stopped(15, AT, 11),
                new RunEvent.Failed(16, AT, 11, "loss is NaN", "lower the learning rate"),
                new RunEvent.Finished(17, AT, 11, 12.5));
    }

    private static List<Observation> observations() {
        return List.of(
                new Observation.Value("forget.probability", Subject.UNLEARNED, 0.125),
                new Observation.Layers("change", Subject.UNLEARNED, Arrays.asList(0.0, 1e-300, Double.NaN)),
                new Observation.Tokens(
                        "prompt-1",
                        "Who wrote it?",
                        List.of(new TokenShare(17, "\"\\", 0.5, 0.25, Double.NaN)),
                        0.1,
                        Double.NaN));
    }

    static RunEvent.StepDone step(long sequence, long step, double loss) {
        Map<String, Double> terms = new LinkedHashMap<>();
        terms.put("loss", loss);
        terms.put("forget", loss / 3);
        terms.put("retain", 0.1);
        return new RunEvent.StepDone(sequence, AT, step, terms, 1e-5, 2.5, 100 * step, 0.25 * step);
    }
}
