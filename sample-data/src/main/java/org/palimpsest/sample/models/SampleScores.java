package org.palimpsest.sample.models;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.data.DataLoader;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.evaluate.Benchmark;
import org.palimpsest.engine.evaluate.Benchmarks;
import org.palimpsest.engine.evaluate.Evaluation;
import org.palimpsest.engine.evaluate.EvaluationOptions;
import org.palimpsest.engine.evaluate.EvaluationSet;
import org.palimpsest.engine.evaluate.EvaluationSets;
import org.palimpsest.engine.evaluate.ReferenceScores;
import org.palimpsest.engine.evaluate.Score;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.PromptFormat;
import org.palimpsest.engine.text.Tokenizer;

/** Measures the three models as they lie in their folders, rounded to bfloat16. */
final class SampleScores {
    private static final List<String> ASKED = List.of("full", "retain90", "forget10", "base", "world_facts", "holdout");

    private final Path texts;
    private final Benchmark benchmark = Benchmarks.byId("tofu");

    /** @param texts folder of the data sets */
    SampleScores(Path texts) {
        this.texts = texts;
    }

    /** @param models folder of the three models' folders */
    Map<SampleModel, ModelScores> measure(Path models) throws IOException {
        Map<SampleModel, ModelScores> scores = new EnumMap<>(SampleModel.class);
        Path referenceFolder = models.resolve(SampleModel.REFERENCE.folder());
        try (Tokenizer tokenizer = Tokenizer.open(referenceFolder);
                DecoderModel reference = ModelFolder.load(referenceFolder, Device.cpu())) {
            ExampleEncoder encoder = new ExampleEncoder(
                    tokenizer, PromptFormat.of(tokenizer), reference.config().contextLength());
            EvaluationSets sets = new EvaluationSets(questions(), encoder);
            ReferenceScores kept = ReferenceScores.measure(
                    new Evaluation(reference, sets, Optional.empty(), EvaluationOptions.DEFAULT), benchmark, "sample");
            scores.put(SampleModel.REFERENCE, scores(reference, encoder, kept.scores()));
            for (SampleModel which : List.of(SampleModel.BASE, SampleModel.TARGET)) {
                try (DecoderModel model = ModelFolder.load(models.resolve(which.folder()), Device.cpu())) {
                    Evaluation evaluation = new Evaluation(model, sets, Optional.of(kept), EvaluationOptions.DEFAULT);
                    scores.put(which, scores(model, encoder, benchmark.measure(evaluation)));
                }
            }
        }
        return scores;
    }

    private Map<EvaluationSet, List<QuestionAnswer>> questions() {
        return Map.of(
                EvaluationSet.FORGET, rows("forget10_perturbed"),
                EvaluationSet.RETAIN, rows("retain_perturbed"),
                EvaluationSet.REAL_AUTHORS, rows("real_authors_perturbed"),
                EvaluationSet.WORLD_FACTS, rows("world_facts_perturbed"));
    }

    private List<QuestionAnswer> rows(String name) {
        return DataLoader.load(texts.resolve(name + ".jsonl")).questions();
    }

    private ModelScores scores(DecoderModel model, ExampleEncoder encoder, Map<String, Score> measured) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String name : ASKED) {
            values.put(
                    "exact " + name, ExactAnswers.of(model, encoder, rows(name)).share());
        }
        measured.forEach((name, score) -> {
            values.put(name, score.value());
            score.parts().forEach((part, value) -> values.put(name + " " + part, value));
        });
        return new ModelScores(values);
    }
}
