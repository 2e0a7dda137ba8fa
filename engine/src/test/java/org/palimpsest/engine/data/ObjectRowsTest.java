package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are one JSON object. */
class ObjectRowsTest {
    private static final QuestionAnswer ONE = new QuestionAnswer("Who?", "She.");
    private static final QuestionAnswer TWO = new QuestionAnswer("When?", "Then.");

    @TempDir
    Path folder;

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("a.json"), content.replace('\'', '"'));
    }

    private void refused(String content, String... words) throws IOException {
        Path file = write(content);
        assertThatThrownBy(() -> DataLoader.load(file))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data': [{'question': 'Who?', 'answer': 'She.'}, {'question': 'When?', 'answer': 'Then.'}]}",
                "{'version': '1', 'tags': ['a', 'b'], 'rows': [{'question': 'Who?', 'answer': 'She.'}, {'question': 'When?', 'answer': 'Then.'}], 'info': {}}",
                "{'schema': {'fields': [{'name': 'question'}]}, 'data': [{'question': 'Who?', 'answer': 'She.'}, {'question': 'When?', 'answer': 'Then.'}]}",
                "{'0': {'question': 'Who?', 'answer': 'She.'}, '1': {'question': 'When?', 'answer': 'Then.'}}",
                "{'17': {'question': 'Who?', 'answer': 'She.'}, '3': {'question': 'When?', 'answer': 'Then.'}}",
                "{'who': {'question': 'Who?', 'answer': 'She.'}, 'when': {'question': 'When?', 'answer': 'Then.'}}",
                "{'question': {'0': 'Who?', '1': 'When?'}, 'answer': {'0': 'She.', '1': 'Then.'}}",
                "{'question': {'5': 'Who?', '2': 'When?'}, 'answer': {'2': 'Then.', '5': 'She.'}}",
                "{'question': ['Who?', 'When?'], 'answer': ['She.', 'Then.']}",
                "{'columns': ['question', 'answer'], 'index': [0, 1], 'data': [['Who?', 'She.'], ['When?', 'Then.']]}"
            })
    void tablesAsOtherProgramsWriteThemAreRead(String content) throws IOException {
        assertThat(DataLoader.load(write(content)).questions()).containsExactly(ONE, TWO);
        assertThat(DataSurvey.of(folder.resolve("a.json")).rows()).isEqualTo(2);
    }

    @Test
    void aRowAloneIsARow() throws IOException {
        DataSet set = DataLoader.load(write(
                "{'question': 'Who?', 'answer': 'She.', 'perturbed_answer': ['He.', 'It.'], 'meta': [{'a': 1}]}"));
        assertThat(set.questions())
                .containsExactly(
                        new QuestionAnswer("Who?", "She.", Optional.empty(), Optional.empty(), List.of("He.", "It.")));
    }

    @Test
    void columnsOfListsKeepTheirWrongAnswers() throws IOException {
        DataSet set = DataLoader.load(
                write("{'question': ['Who?'], 'answer': ['She.'], 'perturbed_answer': [['He.', 'It.']]}"));
        assertThat(set.questions().get(0).perturbedAnswers()).containsExactly("He.", "It.");
    }

    @Test
    void aRowOfAListIsCountedFromZero() throws IOException {
        refused(
                "{'data': [{'question': 'Who?', 'answer': 'She.'}, {'question': 'When?', 'answer': 7}]}",
                "row 1, column \"answer\" is the number 7");
    }

    @Test
    void severalListsAreNamed() throws IOException {
        refused(
                "{'train': [{'question': 'Who?', 'answer': 'She.'}], 'test': [{'question': 'a', 'answer': 'b'}, {'question': 'c', 'answer': 'd'}]}",
                "several lists in it: \"train\" (1), \"test\" (2)",
                "keep one in a file of its own");
    }

    @Test
    void listsFurtherInsideAreNotLookedFor() throws IOException {
        refused(
                "{'data': {'train': [{'question': 'Who?', 'answer': 'She.'}]}}",
                "is one JSON object with the keys \"data\", and no rows are found in it");
    }

    @Test
    void columnsOfDifferentRowsAreNamed() throws IOException {
        refused(
                "{'question': {'0': 'Who?', '1': 'When?'}, 'answer': {'0': 'She.'}}",
                "the columns \"question\" and \"answer\" have values for different rows");
    }

    @Test
    void rowsOfDifferentLengthsAreNamed() throws IOException {
        refused(
                "{'columns': ['question', 'answer'], 'data': [['Who?', 'She.'], ['When?']]}",
                "row 1 of \"data\" has 1 values, but \"columns\" names 2");
    }

    @Test
    void aListWithSomethingElseInItIsNamed() throws IOException {
        refused(
                "{'data': [{'question': 'Who?', 'answer': 'She.'}, 'x']}",
                "row 1 of \"data\" is the text \"x\"; expected an object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'data': []}", "[]"})
    void nothingInsideIsNoRows(String content) throws IOException {
        refused(content, "holds no rows");
    }

    @Test
    void anAnswerOfAServerHasNoQuestions() throws IOException {
        refused("{'error': 'Repository not found'}", "has no column \"question\"; its columns are error");
    }

    @Test
    void whatFollowsMakesTheFirstObjectARow() throws IOException {
        refused(
                "{'data': [{'question': 'Who?', 'answer': 'She.'}]}\n{'data': []}",
                "has no column \"question\"; its columns are data");
    }

    @Test
    void oneObjectThatHoldsRowsIsJson() throws IOException {
        Path file = write("{'data': [{'question': 'Who?', 'answer': 'She.'}]}");
        assertThat(DataLoader.load(file, LoadOptions.DEFAULT.withStated(Set.of(DataFormat.JSON_ARRAY)))
                        .size())
                .isEqualTo(1);
        assertThatThrownBy(() -> DataLoader.load(file, LoadOptions.DEFAULT.withStated(Set.of(DataFormat.JSON_LINES))))
                .hasMessageContaining("is one JSON object that holds rows, but the recipe says JSON Lines");
    }
}
