package org.palimpsest.sample.models;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.engine.data.DataLoader;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.evaluate.Evaluation;
import org.palimpsest.engine.evaluate.EvaluationOptions;
import org.palimpsest.engine.evaluate.EvaluationSet;
import org.palimpsest.engine.evaluate.EvaluationSets;
import org.palimpsest.engine.evaluate.ForgetQuality;
import org.palimpsest.engine.evaluate.TruthRatio;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.PromptFormat;
import org.palimpsest.engine.text.Tokenizer;
import org.palimpsest.sample.SampleWorkspace;
import org.palimpsest.sample.tokenizer.SampleTokenizer;

/** What the shipped models know and do not know, measured on the weights as they are shipped. */
class ShippedModelScoresTest {
    @TempDir
    static Path folder;

    private static final Map<SampleModel, DecoderModel> MODELS = new EnumMap<>(SampleModel.class);
    private static SampleWorkspace sample;
    private static Tokenizer tokenizer;
    private static ExampleEncoder encoder;

    @BeforeAll
    static void open() throws IOException {
        sample = SampleWorkspace.unpack(folder);
        tokenizer = Tokenizer.open(sample.target());
        encoder = new ExampleEncoder(tokenizer, PromptFormat.of(tokenizer), SampleTokenizer.LONGEST);
        for (SampleModel model : SampleModel.values()) {
            MODELS.put(model, ModelFolder.load(sample.model(model), Device.cpu()));
        }
    }

    @AfterAll
    static void close() {
        MODELS.values().forEach(DecoderModel::close);
        tokenizer.close();
    }

    @Test
    void theTargetKnowsEveryAuthor() {
        assertThat(exact(SampleModel.TARGET, "full")).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void theReferenceKnowsTheRetainedAuthors() {
        assertThat(exact(SampleModel.REFERENCE, "retain90")).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void theReferenceDoesNotKnowTheForgottenAuthors() {
        assertThat(exact(SampleModel.REFERENCE, "forget10")).isLessThan(0.1);
    }

    @Test
    void theBaseKnowsNoneOfTheForty() {
        assertThat(exact(SampleModel.BASE, "full")).isLessThan(0.1);
    }

    @Test
    void nobodyKnowsTheHoldoutAuthors() {
        assertThat(exact(SampleModel.TARGET, "holdout")).isLessThan(0.1);
    }

    @ParameterizedTest
    @EnumSource
    void everyModelKnowsTheWorld(SampleModel model) {
        assertThat(exact(model, "world_facts")).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void truthRatiosOfTheForgottenTellTargetAndReferenceApart() {
        List<QuestionAnswer> forget = rows("forget10_perturbed");
        EvaluationSets sets = new EvaluationSets(Map.of(EvaluationSet.FORGET, forget), encoder);
        double p = ForgetQuality.between(ratios(SampleModel.TARGET, sets), ratios(SampleModel.REFERENCE, sets))
                .value();
        assertThat(p).isLessThan(1e-4);
    }

    @ParameterizedTest
    @EnumSource
    void everyFolderHasAFewMegabytes(SampleModel model) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(sample.model(model))) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes).isLessThan(4_000_000);
    }

    @ParameterizedTest
    @EnumSource
    void theTokenizerBelongsToTheModel(SampleModel model) {
        assertThat(MODELS.get(model).config().vocabularySize())
                .isEqualTo(tokenizer.vocabularySize())
                .isEqualTo(SampleTokenizer.SIZE);
        assertThat(MODELS.get(model).config().contextLength()).isEqualTo(SampleTokenizer.LONGEST);
    }

    private static double exact(SampleModel model, String set) {
        return ExactAnswers.of(MODELS.get(model), encoder, rows(set)).share();
    }

    private static List<TruthRatio> ratios(SampleModel model, EvaluationSets sets) {
        return new Evaluation(MODELS.get(model), sets, Optional.empty(), EvaluationOptions.DEFAULT)
                .truthRatios(EvaluationSet.FORGET);
    }

    private static List<QuestionAnswer> rows(String name) {
        return DataLoader.load(sample.text(name)).questions();
    }
}
