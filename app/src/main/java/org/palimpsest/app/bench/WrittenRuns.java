package org.palimpsest.app.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.palimpsest.app.worker.Workspace;
import org.palimpsest.engine.event.EventLines;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.TokenShare;

/** Writes finished runs with invented numbers, in the mixture of events that real runs have, for measuring how fast they are read. */
final class WrittenRuns {
    private static final Instant START = Instant.parse("2026-03-01T09:30:00.123456789Z");
    private static final String[] METHODS = {"npo", "simnpo", "graddiff", "dipo"};

    private final Random random = new Random(7);

    /** Writes {@code runs} finished runs of about {@code events} events each. */
    void write(Workspace workspace, int runs, int events) throws IOException {
        for (int run = 0; run < runs; run++) {
            String method = METHODS[run % METHODS.length];
            RunFolder folder = RunFolder.create(workspace.runs().resolve("%04d-%s".formatted(run, method)));
            Files.writeString(folder.recipe(), recipe(method, run));
            try (BufferedWriter log = Files.newBufferedWriter(folder.events())) {
                new Log(log, method, run).write(events);
            }
        }
    }

    private String recipe(String method, int run) {
        return String.format(
                Locale.ROOT,
                "{\"version\":1,\"name\":\"%s %d\",\"method\":{\"id\":\"%s\",\"settings\":{\"beta\":%.3f}},\"training\":{\"seed\":%d}}",
                method,
                run,
                method,
                random.nextDouble(),
                run);
    }

    /** One log as it is written. */
    private final class Log {
        private final BufferedWriter out;
        private final String method;
        private final int run;
        private long sequence;
        private long step;

        Log(BufferedWriter out, String method, int run) {
            this.out = out;
            this.method = method;
            this.run = run;
        }

        void write(int events) throws IOException {
            int body = Math.max(10, events - 12);
            int steps = body * 6 / 10;
            put(new RunEvent.Started(sequence, now(), 0, method + " " + run, method, steps));
            values("forget.probability", "retain.probability", Subject.TARGET, 0.99, 0.99);
            values("forget.probability", "retain.probability", Subject.REFERENCE, 0.02, 0.99);
            double depth = random.nextDouble();
            for (step = 1; step <= steps; step++) {
                double done = (double) step / steps;
                step(done);
                if (sequence < body * done) {
                    values(
                            "forget.probability",
                            "retain.probability",
                            Subject.UNLEARNED,
                            0.99 - depth * done,
                            0.99 - 0.1 * depth * done);
                }
                if (step % 12 == 0) {
                    values("forget.truth-ratio", "retain.truth-ratio", Subject.UNLEARNED, 0.3 + 0.2 * done, 0.64);
                    tokens();
                    layers(done);
                }
            }
            step = steps;
            score("forget-quality", "", depth * 0.5);
            score("model-utility", "", 0.88 - 0.2 * depth);
            score("probability", "forget", 0.99 - depth);
            score("probability", "retain", 0.97);
            put(new RunEvent.AttackFinished(
                    sequence,
                    now(),
                    step,
                    "relearning",
                    "1",
                    Subject.UNLEARNED,
                    Map.of("recovery.area", 1 - depth, "recovery.final", 1 - depth)));
            put(new RunEvent.Finished(sequence, now(), step, step * 0.01));
        }

        private void step(double done) throws IOException {
            double noise = random.nextDouble();
            put(new RunEvent.StepDone(
                    sequence,
                    now(),
                    step,
                    Map.of("loss", 14 * (1 - done) + noise, "forget", 13 * (1 - done) + noise, "retain", noise),
                    1e-5 * (1 - done),
                    1 + noise,
                    step * 310,
                    step * 0.01));
        }

        private void values(String first, String second, Subject subject, double a, double b) throws IOException {
            put(new RunEvent.Observed(
                    sequence,
                    now(),
                    step,
                    first.endsWith("ratio") ? "truth-ratio" : "answer-probability",
                    List.of(
                            new Observation.Value(first, subject, a + 0.01 * random.nextDouble()),
                            new Observation.Value(second, subject, b + 0.01 * random.nextDouble()))));
        }

        private void tokens() throws IOException {
            List<TokenShare> top = random.doubles(8)
                    .mapToObj(p -> new TokenShare((int) (p * 4096), " word", p, p / 2, p / 3))
                    .toList();
            put(new RunEvent.Observed(
                    sequence,
                    now(),
                    step,
                    "token-distribution",
                    List.of(new Observation.Tokens("prompt.1", "Where was it?", top, 0.5, 1.5))));
        }

        private void layers(double done) throws IOException {
            List<Double> layers = random.doubles(6).map(x -> x * done).boxed().toList();
            put(new RunEvent.Observed(
                    sequence,
                    now(),
                    step,
                    "weight-change",
                    List.of(new Observation.Layers("weight.change", Subject.UNLEARNED, layers))));
        }

        private void score(String metric, String variant, double value) throws IOException {
            put(new RunEvent.Scored(sequence, now(), step, metric, variant, Subject.TARGET, 0.9, Map.of(), ""));
            put(new RunEvent.Scored(sequence, now(), step, metric, variant, Subject.REFERENCE, 0.8, Map.of(), ""));
            put(new RunEvent.Scored(sequence, now(), step, metric, variant, Subject.UNLEARNED, value, Map.of(), ""));
        }

        private Instant now() {
            return START.plusMillis(sequence * 11);
        }

        private void put(RunEvent event) throws IOException {
            out.write(EventLines.line(event));
            out.newLine();
            sequence++;
        }
    }
}
