package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.data.LoadOptions.Gaps;

class EmptyAnswersTest {
    private static final LoadOptions EVALUATION = LoadOptions.DEFAULT.withGaps(Gaps.LEFT_OUT);

    @TempDir
    Path folder;

    private Path write(String... rows) throws IOException {
        return Files.writeString(
                folder.resolve("a.jsonl"), String.join("\n", rows).replace('\'', '"'));
    }

    @Test
    void aRowWithoutAnAnswerIsLeftOutAndCounted() throws IOException {
        Path file = write(
                "{'question': 'a', 'answer': 'b'}",
                "{'question': 'c', 'answer': ''}",
                "{'question': 'd', 'answer': 'e'}",
                "{'question': 'f', 'answer': null}");
        DataSet set = DataLoader.load(file, EVALUATION);
        assertThat(set.questions()).extracting(QuestionAnswer::question).containsExactly("a", "d");
        assertThat(set.numbers()).containsExactly(0, 2);
        assertThat(set.remarks()).containsExactly("\"answer\" is empty in 2 of 4 rows (the first is row 1), left out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\t", "\\u00a0", "\\u200b", "\\ufeff", "\\u3000 \\u2003"})
    void whatCannotBeSeenIsEmpty(String blank) throws IOException {
        Path file = write("{'question': 'a', 'answer': 'b'}", "{'question': 'c', 'answer': '%s'}".formatted(blank));
        assertThat(DataLoader.load(file, EVALUATION).numbers()).containsExactly(0);
    }

    @Test
    void aZeroWithinATextIsNamed() throws IOException {
        Path file = write("{'question': 'a', 'answer': 'b\\u0000c'}");
        assertThatThrownBy(() -> DataLoader.load(file))
                .hasMessageContaining("row 0, column \"answer\" holds a zero (\\u0000 at place 1 of the text)");
    }

    @Test
    void nothingLeftIsNoSet() throws IOException {
        Path file = write("{'question': 'a', 'answer': ' '}");
        assertThatThrownBy(() -> DataLoader.load(file, EVALUATION))
                .hasMessageContaining("holds no rows with an answer (1 rows have an empty \"answer\")");
    }

    @Test
    void aQuestionMustBeThere() throws IOException {
        Path file = write("{'question': '', 'answer': 'b'}");
        assertThatThrownBy(() -> DataLoader.load(file, EVALUATION))
                .hasMessageContaining("row 0, column \"question\" is empty");
    }

    @Test
    void anEmptyParaphraseIsNoneAndCounted() throws IOException {
        DataSet set = DataLoader.load(
                write(
                        "{'question': 'a', 'answer': 'b', 'paraphrased_answer': 'c', 'perturbed_answer': ['x']}",
                        "{'question': 'd', 'answer': 'e', 'paraphrased_answer': ' ', 'perturbed_answer': ['x']}"),
                EVALUATION);
        assertThat(set.questions().get(1).paraphrasedAnswer()).isEmpty();
        assertThat(set.remarks())
                .containsExactly(
                        "\"paraphrased_answer\" is empty in 1 of 2 rows (row 1), where the answer itself stands in for it");
    }

    @Test
    void anEmptyWrongAnswerIsLeftOutAndCounted() throws IOException {
        DataSet set = DataLoader.load(
                write("{'question': 'a', 'answer': 'b', 'perturbed_answer': ['x', '', ' ', 'y']}"), EVALUATION);
        assertThat(set.questions().get(0).perturbedAnswers()).containsExactly("x", "y");
        assertThat(set.remarks())
                .containsExactly("an empty wrong answer of \"perturbed_answer\" is left out in 1 of 1 rows (row 0)");
    }

    @Test
    void aRowWithoutWrongAnswersIsCounted() throws IOException {
        DataSet set = DataLoader.load(
                write(
                        "{'question': 'a', 'answer': 'b', 'perturbed_answer': ['x']}",
                        "{'question': 'c', 'answer': 'd', 'perturbed_answer': ['']}",
                        "{'question': 'e', 'answer': 'f', 'perturbed_answer': []}",
                        "{'question': 'g', 'answer': 'h'}"),
                EVALUATION);
        assertThat(set.remarks())
                .containsExactly(
                        "an empty wrong answer of \"perturbed_answer\" is left out in 1 of 4 rows (row 1)",
                        "\"perturbed_answer\" holds no wrong answer in 3 of 4 rows (the first is row 1), left out of truth ratios");
    }

    @Test
    void onlyRowsThatWereAskedForAreCounted() throws IOException {
        Path file = write(
                "{'question': 'a', 'answer': ''}",
                "{'question': 'c', 'answer': 'd'}",
                "{'question': 'e', 'answer': ''}");
        DataSet set = DataLoader.load(file, EVALUATION.withRows(RowRanges.parse("1-2")));
        assertThat(set.numbers()).containsExactly(1);
        assertThat(set.remarks()).containsExactly("\"answer\" is empty in 1 of 2 rows (row 2), left out");
    }

    @Test
    void aSetToLearnFromMustHaveItsAnswers() throws IOException {
        Path file = write("{'question': 'a', 'answer': 'b'}", "{'question': 'c', 'answer': ''}");
        assertThatThrownBy(() -> DataLoader.load(file))
                .hasMessageContaining("row 1, column \"answer\" is empty; expected text");
    }

    @Test
    void anEmptyCellIsAnEmptyAnswer() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"), "question,answer,perturbed_answer\na,b,\"['x', '']\"\nc,,\n");
        assertThat(DataLoader.load(file, EVALUATION).remarks())
                .containsExactly(
                        "\"answer\" is empty in 1 of 2 rows (row 1), left out",
                        "an empty wrong answer of \"perturbed_answer\" is left out in 1 of 2 rows (row 0)");
    }
}
