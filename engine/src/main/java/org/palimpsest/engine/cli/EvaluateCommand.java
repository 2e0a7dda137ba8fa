package org.palimpsest.engine.cli;

import ai.djl.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.engine.data.DataSet;
import org.palimpsest.engine.data.SequenceLengths;
import org.palimpsest.engine.evaluate.Benchmark;
import org.palimpsest.engine.evaluate.Benchmarks;
import org.palimpsest.engine.evaluate.Evaluation;
import org.palimpsest.engine.evaluate.EvaluationOptions;
import org.palimpsest.engine.evaluate.EvaluationSets;
import org.palimpsest.engine.evaluate.ReferenceKey;
import org.palimpsest.engine.evaluate.ReferenceScores;
import org.palimpsest.engine.evaluate.Score;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.recipe.PromptForm;
import org.palimpsest.engine.run.Anchors;
import org.palimpsest.engine.run.PromptForms;
import org.palimpsest.engine.run.SameModel;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.SameTokenizer;
import org.palimpsest.engine.text.Tokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a model by a benchmark. */
@Command(
        name = "evaluate",
        description =
                "Measures a model by every metric of a benchmark, beside the retained reference where one is given.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest evaluate models/unlearned --benchmark tofu --data tofu --split forget10 \\",
            "      --reference models/retain90 --json",
            "",
            "The data folder holds SPLIT_perturbed.json, and where they are there retain_perturbed.json,",
            "real_authors_perturbed.json and world_facts_perturbed.json; .jsonl, .csv and .parquet do as well. What the",
            "retained reference scores is kept and used again for the same weights, data and metrics."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private Computing computing;

    @Parameters(paramLabel = "DIR", description = "A model folder.")
    private Path folder;

    @Option(
            names = "--benchmark",
            paramLabel = "ID",
            description = "tofu, or tofu-likelihood without generated answers (default: ${DEFAULT-VALUE}).")
    private String benchmarkId = "tofu";

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The benchmark's files.")
    private Path data;

    @Option(names = "--split", paramLabel = "NAME", description = "The forget set (default: ${DEFAULT-VALUE}).")
    private String split = "forget10";

    @Option(
            names = "--reference",
            paramLabel = "DIR",
            description = "The retained reference; without it there is no forget quality.")
    private Path reference;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Sequences of a forward pass (default: ${DEFAULT-VALUE}).")
    private int batch = 32;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Where the retained reference's scores are kept (default: the user's cache).")
    private Path keep = CacheFolder.of("references");

    @Override
    public Integer call() throws IOException {
        if (batch < 1) {
            throw new IllegalArgumentException("--batch must be at least 1, but is " + batch);
        }
        Benchmark benchmark = Benchmarks.byId(benchmarkId);
        ModelFolder.config(folder);
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            requireReadable(tokenizer);
            ExampleEncoder encoder = new ExampleEncoder(
                    tokenizer, PromptForms.format(PromptForm.DEFAULT, tokenizer), PromptForm.DEFAULT.maxLength());
            SequenceLengths lengths =
                    new SequenceLengths(encoder, ModelFolder.config(folder).contextLength(), folder, "");
            EvaluationSets sets =
                    new EvaluationSets(EvaluationSets.tofu(data, split, set -> tellOf(set, lengths)), encoder);
            lengths.remarks().forEach(remark -> output.note("%s", remark));
            Device device = computing.open();
            Optional<ReferenceScores> beside =
                    reference == null ? Optional.empty() : Optional.of(reference(benchmark, sets, device));
            try (DecoderModel model = load(folder, device)) {
                tell(
                        benchmark,
                        benchmark.measure(new Evaluation(model, sets, beside, options("model"))),
                        beside.map(ReferenceScores::scores));
            }
        }
        return ExitStatus.OK;
    }

    /** Checks a set and says what was left out of it. */
    private void tellOf(DataSet set, SequenceLengths lengths) {
        set.remarks().forEach(remark -> output.note("%s: %s", set.source(), remark));
        lengths.check(set, true);
    }

    /** Before anything is measured: all models read the same tokens, and have a row for each of them. */
    private void requireReadable(Tokenizer tokenizer) throws IOException {
        for (Path model : reference == null ? List.of(folder) : List.of(folder, reference)) {
            tokenizer.requireFits(ModelFolder.config(model).vocabularySize(), model);
            SameTokenizer.require(tokenizer, model);
            SameTokenizer.remarks(tokenizer, model).forEach(output::tell);
        }
        tokenizer.remarks().forEach(output::tell);
        if (reference != null && SameModel.of(folder, reference)) {
            output.tell(
                    "the model and the retained reference have the same weights: forget quality compares the model with itself and says nothing");
        }
    }

    private DecoderModel load(Path folder, Device device) throws IOException {
        return ModelFolder.load(folder, device, output::tell);
    }

    private ReferenceScores reference(Benchmark benchmark, EvaluationSets sets, Device device) throws IOException {
        ModelFolder.config(reference);
        String key = ReferenceKey.of(reference, sets, benchmark);
        return new Anchors(keep, output::tell).get("reference-" + key.substring(0, 24), ReferenceScores.class, () -> {
            try (DecoderModel model = load(reference, device)) {
                return ReferenceScores.measure(
                        new Evaluation(model, sets, Optional.empty(), options("retained reference")), benchmark, key);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private EvaluationOptions options(String who) {
        ProgressLine line = ProgressLine.of(output);
        return new EvaluationOptions(
                batch, batch, stage -> (done, total) -> line.report(who + ": " + stage, done, total, ""));
    }

    private void tell(Benchmark benchmark, Map<String, Score> scores, Optional<Map<String, Score>> beside) {
        if (output.json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("model", folder.toAbsolutePath().normalize().toString());
            document.put("benchmark", benchmark.id());
            document.put("split", split);
            document.put("scores", document(scores));
            document.put("reference", beside.map(EvaluateCommand::document).orElse(null));
            output.print(document);
            return;
        }
        output.line("%-34s %14s %14s", "", "model", beside.isPresent() ? "reference" : "");
        scores.forEach((name, score) -> {
            Score other = beside.map(all -> all.get(name)).orElse(null);
            output.line(
                    "%-34s %14s %14s  %s",
                    name, number(score.value()), number(other == null ? null : other.value()), score.note());
        });
    }

    /** Value, parts and note of every score; the numbers of single questions are left out. */
    private static Map<String, Object> document(Map<String, Score> scores) {
        Map<String, Object> all = new LinkedHashMap<>();
        scores.forEach((name, score) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("value", score.value());
            one.put("parts", score.parts());
            one.put("note", score.note());
            all.put(name, one);
        });
        return all;
    }

    private static String number(Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.6g", value);
    }
}
