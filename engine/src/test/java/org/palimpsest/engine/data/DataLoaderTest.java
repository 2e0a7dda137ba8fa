package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.data.LoadOptions.TextUnit;

class DataLoaderTest {
    @TempDir
    Path folder;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void roundTripsCsvWithQuotesNewlinesAndLists() throws IOException {
        List<QuestionAnswer> rows = List.of(
                new QuestionAnswer(
                        "Who, \"exactly\"?",
                        "Line one\nline two",
                        Optional.of("Who?"),
                        Optional.of("\u00e9\u6f22\ud83d\ude00"),
                        List.of("a, b", "\"c\"")),
                new QuestionAnswer("Plain?", "Yes."));
        Path file = folder.resolve("rows.csv");
        try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file), CSVFormat.RFC4180)) {
            csv.printRecord("question", "answer", "paraphrased_question", "paraphrased_answer", "perturbed_answer");
            csv.printRecord(
                    rows.get(0).question(),
                    rows.get(0).answer(),
                    "Who?",
                    "\u00e9\u6f22\ud83d\ude00",
                    "[\"a, b\",\"\\\"c\\\"\"]");
            csv.printRecord("Plain?", "Yes.", "", "", "");
        }
        assertThat(DataLoader.load(file).questions()).isEqualTo(rows);
    }

    @Test
    void readsTabSeparatedFiles() throws IOException {
        Path file = write("rows.tsv", "question\tanswer\nA, b?\tC\n");
        assertThat(DataLoader.load(file).questions()).containsExactly(new QuestionAnswer("A, b?", "C"));
    }

    @Test
    void ignoresAByteOrderMark() throws IOException {
        Path file = write("rows.csv", "\ufeffquestion,answer\nA?,B\n");
        assertThat(DataLoader.load(file).questions()).hasSize(1);
    }

    @Test
    void findsFilesWithSpacesAndOtherLetters() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("m\u00e9moire \u6f22 x"));
        Path file = Files.writeString(inner.resolve("oubli \u00e9.json"), "[{\"question\":\"A?\",\"answer\":\"B\"}]");
        assertThat(DataLoader.load(file).name()).isEqualTo("oubli \u00e9");
    }

    @Test
    void keepsTheChosenRowsInTheirOrder() throws IOException {
        Path file = write("texts.json", "[\"a\",\"b\",\"c\",\"d\",\"e\"]");
        LoadOptions options = LoadOptions.DEFAULT.withRows(RowRanges.parse("3-4, 0"));
        assertThat(DataLoader.load(file, options).texts()).containsExactly("d", "e", "a");
    }

    @Test
    void cutsTextAtBlankLines() throws IOException {
        Path file = write("book.txt", "One\ntwo.\n\n \nThree.\r\n\r\nFour.");
        LoadOptions options = LoadOptions.DEFAULT.withUnit(TextUnit.PARAGRAPH);
        assertThat(DataLoader.load(file, options).texts()).containsExactly("One\ntwo.", "Three.", "Four.");
    }

    @Test
    void readsJsonLinesThatAreWrittenOverSeveralLines() throws IOException {
        Path file =
                write("rows.json", "{\"question\":\"A?\",\n\"answer\":\"B\"}\n{\"question\":\"C?\",\"answer\":\"D\"}");
        assertThat(DataLoader.load(file).questions()).hasSize(2);
    }

    @Test
    void readsJsonLinesOfStrings() throws IOException {
        assertThat(DataLoader.load(write("t.jsonl", "\"a\"\n\"b\"\n")).texts()).containsExactly("a", "b");
    }

    @Test
    void saysAtWhichLineJsonLinesAreBroken() throws IOException {
        Path file =
                write("rows.jsonl", "{\"question\":\"A?\",\"answer\":\"B\"}\n{\"question\":\"C?\" \"answer\":\"D\"}\n");
        assertThatThrownBy(() -> DataLoader.load(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("rows.jsonl: broken JSON at line 2, column 18");
    }

    @Test
    void saysAtWhichLineARowBeginsThatIsNotClosed() throws IOException {
        Path file = write(
                "rows.jsonl",
                "{\"question\": \"A?\", \"answer\": \"B\"}\n{\"question\": \"C?\", \"answer\":\n{\"question\": \"E?\", \"answer\": \"F\"}\n");
        assertThatThrownBy(() -> DataLoader.load(file))
                .hasMessageContaining("in the row that begins at line 2")
                .hasMessageNotContaining("REDACTED");
    }

    @Test
    void saysThatAnArrayIsCutOff() throws IOException {
        Path file = write("rows.json", "[{\"question\":\"A?\",\"answer\":\"B\"},\n");
        assertThatThrownBy(() -> DataLoader.load(file)).hasMessageContaining("broken JSON at line 2");
    }

    @Test
    void refusesWhatFollowsAnArray() throws IOException {
        Path file = write("rows.json", "[\"a\"]\n[\"b\"]");
        assertThatThrownBy(() -> DataLoader.load(file)).hasMessageContaining("follows the array, at line 2");
    }

    @Test
    void suggestsTheNearestColumn() throws IOException {
        Path file = write("rows.csv", "Questions,answer,topic\nA?,B,c\n");
        assertThatThrownBy(() -> DataLoader.load(file))
                .hasMessageContaining("its columns are Questions, answer, topic; did you mean \"Questions\"");
    }

    @Test
    void refusesAMappedColumnThatIsAbsent() throws IOException {
        Path file = write("rows.csv", "question,answer\nA?,B\n");
        LoadOptions options =
                LoadOptions.DEFAULT.withColumns(ColumnMapping.of(Map.of("paraphrased_answer", "rewritten")));
        assertThatThrownBy(() -> DataLoader.load(file, options)).hasMessageContaining("no column \"rewritten\"");
    }

    @Test
    void refusesAnUnknownRole() {
        assertThatThrownBy(() -> ColumnMapping.of(Map.of("wrong", "x"))).hasMessageContaining("no role \"wrong\"");
    }

    @Test
    void saysInWhichRowATypeIsWrong() throws IOException {
        Path file = write("rows.json", "[{\"question\":\"A?\",\"answer\":\"B\"},{\"question\":\"C?\",\"answer\":7}]");
        assertThatThrownBy(() -> DataLoader.load(file))
                .hasMessageContaining("row 1, column \"answer\" is the number 7; expected text");
    }

    @Test
    void saysInWhichRowAWrongAnswerIsNoText() throws IOException {
        Path file = write("r.json", "[{\"question\":\"A?\",\"answer\":\"B\",\"perturbed_answer\":[\"x\",null]}]");
        assertThatThrownBy(() -> DataLoader.load(file)).hasMessageContaining("row 0, column \"perturbed_answer\"");
    }

    @Test
    void saysInWhichRowAnAnswerIsAbsent() throws IOException {
        Path file = write("rows.json", "[{\"question\":\"A?\",\"answer\":\"B\"},{\"question\":\"C?\"}]");
        assertThatThrownBy(() -> DataLoader.load(file)).hasMessageContaining("row 1, column \"answer\" is absent");
    }

    @Test
    void refusesRowsOfDifferentShapes() throws IOException {
        Path file = write("rows.json", "[\"a\",{\"text\":\"b\"},7]");
        assertThatThrownBy(() -> DataLoader.load(file)).hasMessageContaining("row 2 (line 1) is 7");
    }

    @Test
    void saysWhereACellIsTooMany() throws IOException {
        Path file = write("rows.csv", "question,answer\nA?,B\nC?,D, e\n");
        assertThatThrownBy(() -> DataLoader.load(file)).hasMessageContaining("row 1 (line 3) has 3 cells");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Path file = write("rows.jsonl", " \n");
        assertThatThrownBy(() -> DataLoader.load(file)).hasMessageContaining("is empty");
    }

    @Test
    void refusesAnEmptyArray() throws IOException {
        Path file = write("rows.json", "[]");
        assertThatThrownBy(() -> DataLoader.load(file)).hasMessageContaining("holds no rows");
    }

    @Test
    void refusesAHeaderWithoutRows() throws IOException {
        Path file = write("rows.csv", "question,answer\n");
        assertThatThrownBy(() -> DataLoader.load(file)).hasMessageContaining("holds no rows");
    }

    @Test
    void refusesAnAbsentFile() {
        assertThatThrownBy(() -> DataLoader.load(folder.resolve("no.json"))).hasMessageContaining("does not exist");
    }

    @Test
    void refusesABinaryFile() throws IOException {
        Path file = Files.write(folder.resolve("rows.dat"), new byte[] {1, 2, 3, 4, 0});
        assertThatThrownBy(() -> DataLoader.load(file))
                .hasMessageContaining("is binary; expected a JSON array, JSON Lines, CSV, Parquet or plain text");
    }

    @Test
    void refusesTextNamedJson() throws IOException {
        Path file = write("rows.json", "hello");
        assertThatThrownBy(() -> DataLoader.load(file)).hasMessageContaining("named .json but begins with \"hello\"");
    }

    @Test
    void refusesAnotherEncoding() throws IOException {
        Path file = Files.write(folder.resolve("t.txt"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> DataLoader.load(file)).hasMessageContaining("is not UTF-8");
    }

    @Test
    void refusesTextsWhereQuestionsAreNeeded() throws IOException {
        DataSet texts = DataLoader.load(write("t.json", "[\"a\"]"));
        assertThatThrownBy(texts::questions).hasMessageContaining("questions with answers are needed");
    }

    @Test
    void refusesRowsBeyondTheLast() throws IOException {
        DataSet texts = DataLoader.load(write("t.json", "[\"a\"]"));
        assertThatThrownBy(() -> texts.select(RowRanges.parse("0-1")))
                .hasMessageContaining("row 1 was asked for, but there are 1 rows");
    }

    @Test
    void refusesARangeThatIsNone() {
        assertThatThrownBy(() -> RowRanges.parse("0-39,x")).hasMessageContaining("\"x\" is neither");
    }

    @Test
    void refusesARangeThatRunsBackwards() {
        assertThatThrownBy(() -> RowRanges.parse("9-3")).hasMessageContaining("write 3-9");
    }
}
