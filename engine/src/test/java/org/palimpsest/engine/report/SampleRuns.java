package org.palimpsest.engine.report;

import static org.palimpsest.engine.event.Subject.REFERENCE;
import static org.palimpsest.engine.event.Subject.TARGET;
import static org.palimpsest.engine.event.Subject.UNLEARNED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Claim;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.card.MetricCard;
import org.palimpsest.engine.card.Source;
import org.palimpsest.engine.card.Trust;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.TokenShare;

/** Four runs as the workbench would log them, with made-up but lifelike numbers. */
final class SampleRuns {

    static final int STEPS = 60;
    private static final int LAYERS = 6;
    private static final Source NOWHERE = new Source("", "", 0, "");

    /** How a made-up method behaves: what it ends at, and how fast. */
    private record Temper(double forget, double retain, double speed, double recovery, double forgetQuality) {}

    private SampleRuns() {}

    static List<RecordedRun> four() {
        return List.of(
                run("GradDiff", "graddiff", new Temper(0.01, 0.55, 14, 0.85, 2.1e-9), 1),
                run("NPO", "npo", new Temper(0.12, 0.83, 9, 0.62, 0.021), 2),
                run("SimNPO", "simnpo", new Temper(0.17, 0.88, 7, 0.47, 0.12), 3),
                run("DiPO", "dipo", new Temper(0.15, 0.93, 8, 0.33, 0.31), 4));
    }

    static Cards cards() {
        return new Cards(metrics(), List.of(), attacks());
    }

    private static List<MetricCard> metrics() {
        return List.of(
                metric("forget-quality", "Forget quality", MetricCard.Better.HIGHER, "p", "sup |F − F′|"),
                metric("model-utility", "Model utility", MetricCard.Better.HIGHER, "", "9 / Σ 1/xᵢ"),
                metric("truth-ratio", "Truth ratio", MetricCard.Better.NEAR_REFERENCE, "", "mean min(R, 1/R)"),
                metric("extraction-strength", "Extraction strength", MetricCard.Better.LOWER, "", "1 − k/L"));
    }

    private static MetricCard metric(String id, String name, MetricCard.Better better, String unit, String formula) {
        String words = name + " in one paragraph, for somebody who has not read the paper.";
        return new MetricCard(id, name, NOWHERE, formula, words, List.of(), List.of(), better, unit, 0.0, 1.0);
    }

    private static List<AttackCard> attacks() {
        return List.of(
                new AttackCard(
                        "relearning",
                        "Relearning",
                        NOWHERE,
                        "",
                        "A few steps of training on some forgotten facts.",
                        List.of(),
                        List.of(),
                        "attack step"),
                new AttackCard(
                        "quantisation",
                        "Quantisation",
                        NOWHERE,
                        "",
                        "Weights rounded to few bits.",
                        List.of(),
                        List.of(),
                        "precision"));
    }

    private static MethodCard method(String id, String name) {
        return new MethodCard(
                id,
                name,
                new Source("Unlearning by preference", "A. Author, B. Author", 2024, "arXiv 2404.00000"),
                "L = −(2/β) E log σ(−β log(πθ(y|x) / π₀(y|x))) + λ E[−log πθ(y′|x′)]",
                "Pushes the answers to be forgotten below their probability under the frozen target, softly: what is already"
                        + " unlikely is pushed no further.",
                List.of(),
                List.of(
                        new Claim(Trust.FOUND, "The factor 2/β stands in the paper."),
                        new Claim(Trust.DERIVED, "At the first step the gradient is that of gradient ascent."),
                        new Claim(
                                Trust.UNCERTAIN,
                                "Whether the mean runs over tokens or sequences differs between sources.")),
                Set.of(MethodCard.Need.FORGET_SET),
                List.of(
                        new MethodCard.Term("forget", "−(2/β) E log σ(·)", "pushes down"),
                        new MethodCard.Term("retain", "λ E[−log π]", "holds up")));
    }

    private static RecordedRun run(String name, String id, Temper temper, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LogBuilder log = new LogBuilder().started(name, id, STEPS);
        observe(log, 0, temper, random);
        for (int step = 1; step <= STEPS; step++) {
            double forget = 0.9 * Math.exp(-step / temper.speed) + 0.1 + noise(random, 0.05);
            double retain = 0.4 * Math.exp(-step / 30.0) + 0.2 + noise(random, 0.04);
            log.step(step, Map.of("loss", forget + retain, "forget", forget, "retain", retain), 1 + noise(random, 0.4));
            if (step % 5 == 0) {
                observe(log, step, temper, random);
            }
            if (name.equals("NPO") && step == 30) {
                log.rate(30, 1e-4, 5e-5);
            }
        }
        if (name.equals("GradDiff")) {
            log.warned(41, "the retain probability has fallen under its floor of 0.6");
        }
        score(log, temper);
        relearn(log, temper);
        quantise(log, temper);
        log.finished(STEPS);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("Processor", "2 cores, x86-64");
        environment.put("Java", "17.0.15");
        environment.put("PyTorch", "2.7.1, CPU");
        environment.put("Threads", "2");
        String recipe = "{\n  \"method\": {\"id\": \"" + id + "\"},\n  \"steps\": 60,\n  \"seed\": " + seed + "\n}";
        return new RecordedRun(name, "runs/" + id, method(id, name), log.events(), 0, recipe, environment);
    }

    private static double noise(SplittableRandom random, double size) {
        return (random.nextDouble() - 0.5) * size;
    }

    private static double course(double from, double to, long step, double speed) {
        return to + (from - to) * Math.exp(-step / speed);
    }

    private static void observe(LogBuilder log, long step, Temper t, SplittableRandom random) {
        double forget = Math.max(0, course(0.98, t.forget, step, t.speed) + noise(random, 0.01));
        double retain = course(0.97, t.retain, step, 20) + noise(random, 0.01);
        List<Observation> answers = new ArrayList<>();
        addSeries(answers, "forget.probability", forget, 0.98, 0.15);
        addSeries(answers, "retain.probability", retain, 0.97, 0.97);
        addSeries(answers, "forget.truth-ratio", course(0.48, 0.72 - t.forget / 3, step, t.speed), 0.48, 0.66);
        addSeries(answers, "retain.truth-ratio", course(0.51, t.retain * 0.54, step, 20), 0.51, 0.51);
        log.seen(step, "answers", answers.toArray(Observation[]::new));
        log.seen(
                step,
                "tokens",
                tokens(
                        "Where was Hsiao Yun-Hwa born? Answer:",
                        step,
                        t,
                        " Taipei",
                        " Tokyo",
                        " the",
                        " Seoul",
                        " a\n",
                        "<b>",
                        " London",
                        " in"),
                tokens(
                        "The capital of France is",
                        step,
                        t,
                        " Paris",
                        " the",
                        " a",
                        " London",
                        " called",
                        " home",
                        " not",
                        " in"));
        List<Double> norms = new ArrayList<>();
        List<Double> target = new ArrayList<>();
        List<Double> changes = new ArrayList<>();
        for (int layer = 0; layer < LAYERS; layer++) {
            double bell = Math.exp(-Math.pow(layer - 3.5, 2) / 3);
            double start = 1.2 + 0.1 * layer + 0.9 * bell;
            target.add(start);
            norms.add(start * (1 - 0.5 * bell * (1 - Math.exp(-step / (t.speed * 3))) * (1.2 - t.recovery)));
            changes.add((0.02 + 0.1 * bell) * (1 - Math.exp(-step / 25.0)) * (t.recovery + 0.3));
        }
        log.seen(
                step,
                "concept",
                new Observation.Layers("concept.norm", UNLEARNED, norms),
                new Observation.Layers("concept.norm", TARGET, target));
        log.seen(step, "weights", new Observation.Layers("weight.change", UNLEARNED, changes));
        log.seen(
                step,
                "gradient",
                new Observation.Value("gradient.cosine", UNLEARNED, -0.6 + step * 0.008 + noise(random, 0.2)));
    }

    private static void addSeries(List<Observation> list, String name, double now, double target, double reference) {
        list.add(new Observation.Value(name, UNLEARNED, now));
        list.add(new Observation.Value(name, TARGET, target));
        list.add(new Observation.Value(name, REFERENCE, reference));
    }

    private static Observation tokens(String prompt, long step, Temper t, String... words) {
        boolean forgotten = prompt.contains("Hsiao");
        List<TokenShare> top = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            double tail = 0.5 / Math.pow(1.7, i + 1);
            double target = i == 0 ? 0.93 : 0.07 * tail;
            double reference = forgotten ? (i == 0 ? 0.08 : tail) : target * 1.01;
            double now = forgotten
                    ? course(target, i == 0 ? t.forget / 2 : tail * (0.7 + t.forget), step, t.speed)
                    : target * t.retain;
            top.add(new TokenShare(100 + i, words[i], target, now, reference));
        }
        double far = forgotten ? 3.2 * (1 - Math.exp(-step / t.speed)) : 0.15 * (1 - t.retain) * step / STEPS;
        double near = forgotten ? course(2.4, 2 * Math.abs(0.15 - t.forget) + 0.05, step, t.speed) : far + 0.01;
        return new Observation.Tokens("next", prompt, top, far, near);
    }

    private static void score(LogBuilder log, Temper t) {
        log.scored(STEPS, "forget-quality", UNLEARNED, t.forgetQuality, Map.of("statistic", 0.12), "");
        log.scored(STEPS, "forget-quality", TARGET, 1.8e-21);
        log.scored(STEPS, "forget-quality", REFERENCE, 1.0);
        Map<String, Double> parts = Map.of(
                "retain.probability", t.retain,
                "retain.truth-ratio", 0.47,
                "real-authors.probability", 0.45,
                "world-facts.probability", 0.42);
        log.scored(STEPS, "model-utility", UNLEARNED, 0.62 * t.retain, parts, "");
        log.scored(STEPS, "model-utility", TARGET, 0.6227);
        log.scored(STEPS, "model-utility", REFERENCE, 0.6137);
        log.scored(STEPS, "truth-ratio", UNLEARNED, 0.72 - t.forget / 3);
        log.scored(STEPS, "truth-ratio", TARGET, 0.516);
        log.scored(STEPS, "truth-ratio", REFERENCE, 0.674);
        log.scored(STEPS, "extraction-strength", UNLEARNED, t.forget * 0.8);
        log.scored(STEPS, "extraction-strength", TARGET, 0.97);
        log.scored(STEPS, "extraction-strength", REFERENCE, 0.11);
    }

    private static void relearn(LogBuilder log, Temper t) {
        for (Subject subject : new Subject[] {UNLEARNED, REFERENCE}) {
            double from = subject == REFERENCE ? 0.15 : t.forget;
            double to = subject == REFERENCE ? 0.38 : from + t.recovery;
            for (int x = 0; x <= 20; x += 2) {
                Map<String, Double> values = Map.of("forget.probability", course(from, to, x, 6));
                log.attackPoint(STEPS, "relearning", subject, x, "", values);
            }
            Map<String, Double> summary = subject == REFERENCE
                    ? Map.of("area", 0.17)
                    : Map.of("area", t.recovery * 0.7, "steps-to-80", t.recovery > 0.6 ? 11.5 : Double.NaN);
            log.attackFinished(STEPS, "relearning", subject, summary);
        }
    }

    private static void quantise(LogBuilder log, Temper t) {
        String[] formats = {"float32", "int8", "int4", "nf4"};
        double[] bits = {32, 8, 4, 4};
        for (Subject subject : new Subject[] {UNLEARNED, REFERENCE}) {
            double base = subject == REFERENCE ? 0.15 : t.forget;
            for (int i = 0; i < formats.length; i++) {
                double risen = subject == REFERENCE ? base - i * 0.01 : base + t.recovery * i * i * 0.03;
                log.attackPoint(
                        STEPS, "quantisation", subject, bits[i], formats[i], Map.of("forget.probability", risen));
            }
        }
    }

    /** A run of very many steps, for the size of a page. */
    static List<RunEvent> longLog(int steps) {
        SplittableRandom random = new SplittableRandom(9);
        LogBuilder log = new LogBuilder().started("long", "npo", steps);
        for (int step = 1; step <= steps; step++) {
            double loss = 1 + Math.exp(-step / 9000.0) + noise(random, 0.3);
            log.step(step, Map.of("loss", loss, "forget", loss - 0.5, "retain", 0.5), 1 + noise(random, 1));
        }
        return log.finished(steps).events();
    }
}
