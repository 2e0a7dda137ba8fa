package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.PlainPrompt;

class ReferenceScoresTest {
    private static final Benchmark BENCHMARK = Benchmarks.byId("tofu-likelihood");

    private static SmallModel small;
    private static EvaluationSets sets;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws IOException {
        small = SmallModel.open("reference");
        sets = new EvaluationSets(SmallModel.tofu(4), small.encoder());
    }

    @AfterAll
    static void close() {
        if (small != null) {
            small.close();
        }
    }

    @Test
    void theReferenceCannotBeToldFromItself() {
        ReferenceScores reference = ReferenceScores.measure(small.evaluation(SmallModel.tofu(4)), BENCHMARK, "key");
        assertThat(reference.scores().get("forget-quality").value()).isEqualTo(1);
    }

    @Test
    void comesBackFromJsonAsItWas() throws IOException {
        ReferenceScores reference = ReferenceScores.measure(small.evaluation(SmallModel.tofu(4)), BENCHMARK, "key");
        JsonMapper json = new JsonMapper();
        assertThat(json.readValue(json.writeValueAsString(reference), ReferenceScores.class))
                .isEqualTo(reference);
    }

    @Test
    void comesBackFromJsonWithWhatCouldNotBeMeasured() throws IOException {
        ReferenceScores reference = new ReferenceScores(
                "key",
                Arrays.asList(null, new TruthRatio(Double.NaN, Double.POSITIVE_INFINITY)),
                Map.of("rouge", Score.missing("nothing")));
        JsonMapper json = new JsonMapper();
        assertThat(json.readValue(json.writeValueAsString(reference), ReferenceScores.class))
                .isEqualTo(reference);
    }

    @Test
    void theKeyStaysTheSame() throws IOException {
        assertThat(key(sets, BENCHMARK)).isEqualTo(key(sets, BENCHMARK));
    }

    @Test
    void theKeyTellsWeightsApart() throws IOException {
        String before = key(sets, BENCHMARK);
        Files.write(folder.resolve("model.safetensors"), new byte[] {1, 2, 4});
        assertThat(ReferenceKey.of(folder, sets, BENCHMARK)).isNotEqualTo(before);
    }

    @Test
    void theKeyTellsDataApart() throws IOException {
        Map<EvaluationSet, List<QuestionAnswer>> others = new EnumMap<>(SmallModel.tofu(4));
        others.put(EvaluationSet.RETAIN, SmallModel.tofu(5).get(EvaluationSet.RETAIN));
        assertThat(key(new EvaluationSets(others, small.encoder()), BENCHMARK)).isNotEqualTo(key(sets, BENCHMARK));
    }

    @Test
    void theKeyTellsPromptFormatsApart() throws IOException {
        PlainPrompt bare = new PlainPrompt("{question}", " {answer}", PlainPrompt.Beginning.TOKENIZER);
        ExampleEncoder encoder = new ExampleEncoder(small.tokenizer(), bare, 512);
        assertThat(key(new EvaluationSets(SmallModel.tofu(4), encoder), BENCHMARK))
                .isNotEqualTo(key(sets, BENCHMARK));
    }

    @Test
    void theKeyTellsBenchmarksApart() throws IOException {
        assertThat(key(sets, Benchmarks.byId("tofu"))).isNotEqualTo(key(sets, BENCHMARK));
    }

    private String key(EvaluationSets questions, Benchmark benchmark) throws IOException {
        Files.write(folder.resolve("model.safetensors"), new byte[] {1, 2, 3});
        Files.writeString(folder.resolve("config.json"), "{}");
        return ReferenceKey.of(folder, questions, benchmark);
    }
}
