package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.testdata.Scene;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.PlainPrompt;

/** Answers of one token, right ones of which nobody could tell from wrong ones by a value of 1. */
class ShortAnswersTest {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = Scene.in(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aWrongAnswerOfOneTokenAndItsEndHasStrengthZero() {
        assertThat(strength(true, "exact", "Y")).isEqualTo(new Score(0.0, Map.of(), "", List.of(0.0)));
    }

    @Test
    void releasedCodeGivesIt1AndTheNoteSaysWhoseCode() {
        Score score = strength(true, "open-unlearning", "Y");
        assertThat(score.value()).isEqualTo(1);
        assertThat(score.note()).contains("OpenUnlearning");
    }

    @Test
    void anAnswerOfOneTokenWithoutItsEndIsLeftOutAndCounted() {
        Score score = strength(false, "exact", "Y", "YZ");
        assertThat(score.values()).containsExactly(null, 0.0);
        assertThat(score.note()).contains("1 of 2 items left out");
    }

    @Test
    void ifAllAreLeftOutThereIsNoValue() {
        Score score = strength(false, "exact", "Y");
        assertThat(score.value()).isNull();
        assertThat(score.note()).isEqualTo("no item could be measured");
    }

    /** The model of random weights expects none of these letters. */
    private Score strength(boolean ends, String convention, String... answers) {
        PlainPrompt format =
                new PlainPrompt("Question: {question}\nAnswer: ", "{answer}", PlainPrompt.Beginning.NEVER, ends);
        ExampleEncoder encoder = new ExampleEncoder(scene.encoder().tokenizer(), format, 128);
        List<QuestionAnswer> rows = List.of(answers).stream()
                .map(answer -> new QuestionAnswer("Where was Harzun Bel-Okkar born?", answer))
                .toList();
        EvaluationSets sets = new EvaluationSets(Map.of(EvaluationSet.FORGET, rows), encoder);
        Evaluation evaluation = new Evaluation(scene.target(), sets, Optional.empty(), EvaluationOptions.DEFAULT);
        return Benchmark.Item.of(new ExtractionStrengthMetric(), Map.of("convention", convention))
                .measure(evaluation);
    }
}
