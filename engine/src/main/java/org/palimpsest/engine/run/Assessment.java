package org.palimpsest.engine.run;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.evaluate.Benchmark;
import org.palimpsest.engine.evaluate.Benchmarks;
import org.palimpsest.engine.evaluate.Evaluation;
import org.palimpsest.engine.evaluate.EvaluationOptions;
import org.palimpsest.engine.evaluate.EvaluationSets;
import org.palimpsest.engine.evaluate.Metrics;
import org.palimpsest.engine.evaluate.ReferenceKey;
import org.palimpsest.engine.evaluate.ReferenceScores;
import org.palimpsest.engine.evaluate.Score;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.recipe.MetricChoice;
import org.palimpsest.engine.recipe.Recipe;

/** Measures the unlearned model, the target and the retained reference by the recipe's metrics, so that every score stands between its anchors. */
final class Assessment {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Experiment experiment;
    private final RunJournal journal;
    private final RunFolder folder;
    private final RunControl control;
    private final Benchmark benchmark;

    Assessment(Experiment experiment, RunJournal journal, RunFolder folder, RunControl control) {
        this.experiment = experiment;
        this.journal = journal;
        this.folder = folder;
        this.control = control;
        this.benchmark = benchmark(experiment.recipe());
    }

    /** What a recipe asks to be measured. */
    static Benchmark benchmark(Recipe recipe) {
        var asked = recipe.evaluation();
        Benchmark start =
                asked.benchmark() == null ? new Benchmark("metrics", List.of()) : Benchmarks.byId(asked.benchmark());
        return start.and(asked.metrics().stream().map(Assessment::item).toList());
    }

    private static Benchmark.Item item(MetricChoice choice) {
        return Benchmark.Item.of(Metrics.byId(choice.id()), choice.settings());
    }

    void assess(DecoderModel unlearned, long step) {
        if (benchmark.items().isEmpty()) {
            return;
        }
        EvaluationSets sets = new EvaluationSets(experiment.evaluationSets(), experiment.encoder());
        Map<Subject, Map<String, Score>> scores = new EnumMap<>(Subject.class);
        Optional<ReferenceScores> reference = referenceScores(sets, step);
        reference.ifPresent(kept -> tell(Subject.REFERENCE, kept.scores(), step, scores));
        tell(Subject.TARGET, targetScores(sets, reference, step), step, scores);
        control.requireNoStop();
        Evaluation evaluation = new Evaluation(unlearned, sets, reference, options("unlearned model", step));
        tell(Subject.UNLEARNED, benchmark.measure(evaluation), step, scores);
        write(scores);
    }

    private Optional<ReferenceScores> referenceScores(EvaluationSets sets, long step) {
        return experiment.reference().map(model -> {
            String key = key(experiment.recipe().model().reference(), sets);
            return anchors(step)
                    .get(
                            "reference-" + key,
                            ReferenceScores.class,
                            () -> ReferenceScores.measure(
                                    new Evaluation(model, sets, Optional.empty(), options("retained reference", step)),
                                    benchmark,
                                    key));
        });
    }

    private Map<String, Score> targetScores(EvaluationSets sets, Optional<ReferenceScores> reference, long step) {
        String key = Digest.of(
                key(experiment.recipe().model().target(), sets),
                reference.map(ReferenceScores::key).orElse(""));
        return anchors(step)
                .get("target-" + key, ReferenceScores.class, () -> {
                    Evaluation evaluation =
                            new Evaluation(experiment.target(), sets, reference, options("target model", step));
                    return new ReferenceScores(key, List.of(), benchmark.measure(evaluation));
                })
                .scores();
    }

    private Anchors anchors(long step) {
        return new Anchors(folder, remark -> journal.say((n, at) -> new RunEvent.Warned(n, at, step, remark)));
    }

    private String key(String model, EvaluationSets sets) {
        try {
            return ReferenceKey.of(Path.of(model), sets, benchmark).substring(0, 24);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EvaluationOptions options(String who, long step) {
        int batch = experiment.recipe().evaluation().batch();
        return new EvaluationOptions(
                batch, batch, stage -> new EvaluationProgress(journal, control, who + ": " + stage, step));
    }

    private void tell(
            Subject subject, Map<String, Score> measured, long step, Map<Subject, Map<String, Score>> scores) {
        scores.put(subject, measured);
        for (Benchmark.Item item : benchmark.items()) {
            Score score = measured.get(item.name());
            String id = item.metric().card().id();
            // Items of one metric are told apart by what stands before its id: "forget.probability".
            String variant = item.name().equals(id) ? "" : item.name().replace("." + id, "");
            journal.say((n, at) ->
                    new RunEvent.Scored(n, at, step, id, variant, subject, score.value(), score.parts(), score.note()));
        }
    }

    /** {@code scores.json}: subject, then metric, then value, parts and note. */
    private void write(Map<Subject, Map<String, Score>> scores) {
        Map<String, Object> all = new LinkedHashMap<>();
        scores.forEach((subject, byName) -> {
            Map<String, Object> metrics = new LinkedHashMap<>();
            byName.forEach((name, score) -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("value", score.value());
                one.put("parts", score.parts());
                one.put("note", score.note());
                metrics.put(name, one);
            });
            all.put(subject.name().toLowerCase(java.util.Locale.ROOT), metrics);
        });
        try {
            AtomicFile.writeString(folder.scores(), JSON.writeValueAsString(all) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
