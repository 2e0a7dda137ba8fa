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

class JsonMistakesTest {
    private static final String ROW = "{\"question\": \"Who?\", \"answer\": \"She.\"}";

    @TempDir
    Path folder;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static void refused(Path file, String... words) {
        assertThatThrownBy(() -> DataLoader.load(file))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContainingAll(words)
                .satisfies(e -> assertThat(e.getMessage().replace(file.toString(), ""))
                        .doesNotContain(
                                "-1", "Feature", "StreamRead", "jackson", "Exception", "REDACTED", "CTRL", "code "));
    }

    @Test
    void nestingThatIsTooDeepIsNamedWithRowAndLine() throws IOException {
        String deep = "{\"question\": \"a\", \"answer\": \"b\", \"x\": " + "[".repeat(2000) + "]".repeat(2000) + "}";
        refused(write("a.jsonl", ROW + "\n\n" + deep + "\n"), "row 1 (line 3) is nested deeper than 1,000 levels");
    }

    @Test
    void nestingThatIsNeverClosedIsNamed() throws IOException {
        refused(write("a.json", "[{\"a\":" + "[".repeat(5000)), "nested deeper than 1,000 levels");
        refused(write("b.json", "{\"a\":".repeat(5000)), "nested deeper than 1,000 levels");
    }

    @Test
    void aTextThatIsTooLongIsNamed() throws IOException {
        String row = "{\"question\": \"a\", \"answer\": \"" + "b".repeat(20_000_001) + "\"}";
        refused(write("a.jsonl", ROW + "\n" + row), "row 1 (line 2) holds a text of more than 20 million characters");
    }

    @Test
    void aNumberThatIsTooLongIsNamed() throws IOException {
        refused(
                write("a.jsonl", "{\"question\": \"a\", \"answer\": " + "7".repeat(1001) + "}"),
                "row 0 (line 1) holds a number of more than 1,000 digits");
    }

    @Test
    void aKeyThatIsTooLongIsNamed() throws IOException {
        refused(
                write("a.jsonl", "{\"" + "k".repeat(60_000) + "\": 1}"),
                "row 0 (line 1) holds a key of more than 50,000");
    }

    @Test
    void aKeyTwiceIsNamed() throws IOException {
        refused(
                write("a.jsonl", ROW + "\n{\"question\":\"q\",\"answer\":\"a\",\"answer\":\"b\"}"),
                "broken JSON at line 2, column 38, row 1: the key \"answer\" stands twice in one object");
    }

    @Test
    void aKeyTwiceFurtherInsideIsNamed() throws IOException {
        refused(
                write("a.jsonl", "{\"question\":\"q\",\"answer\":\"a\",\"x\":{\"y\":1,\"y\":2}}\n" + ROW),
                "row 0: the key \"y\" stands twice");
    }

    @Test
    void aCommaBetweenLinesIsNamed() throws IOException {
        refused(
                write("a.jsonl", ROW + ",\n" + ROW + ",\n"),
                "broken JSON at line 1, column 39, row 1",
                "no comma stands between rows unless all stand within [ ]");
    }

    @Test
    void aCommaBehindTheLastRowIsNamed() throws IOException {
        refused(
                write("a.json", "[" + ROW + ",\n]"),
                "broken JSON at line 2, column 1, row 1: \"]\" stands where a value is expected; is there a comma too many");
    }

    @Test
    void aCommaThatIsMissingIsNamed() throws IOException {
        refused(
                write("a.json", "[" + ROW + "\n" + ROW + "]"),
                "broken JSON at line 2, column 1, row 1: \"{\" stands where a comma before the next value, or ] at the end is expected");
    }

    @Test
    void aCommentBetweenRowsIsNamed() throws IOException {
        refused(
                write("a.jsonl", ROW + "\n// two\n" + ROW),
                "broken JSON at line 2, column 1, row 1",
                "is it a comment?");
        refused(
                write("b.jsonl", ROW + "\n# two\n" + ROW),
                "broken JSON at line 2, column 1, row 1",
                "is it a comment?");
    }

    @Test
    void pythonsWordsAreNamed() throws IOException {
        refused(
                write("a.jsonl", "{\"question\": \"a\", \"answer\": None}"),
                "row 0: \"None\" is Python's; write the file with json.dump");
    }

    @Test
    void pythonsNotANumberIsNoHindranceWhereNobodyReads() throws IOException {
        Path file = write(
                "a.jsonl", "{\"question\": \"a\", \"answer\": \"b\", \"score\": NaN, \"other\": -Infinity}\n" + ROW);
        assertThat(DataLoader.load(file).size()).isEqualTo(2);
    }

    @Test
    void notANumberIsNoAnswer() throws IOException {
        refused(
                write("a.jsonl", "{\"question\": \"a\", \"answer\": NaN}"),
                "row 0, column \"answer\" is the number NaN; expected text");
    }

    @Test
    void aLineBreakWithinATextIsNamed() throws IOException {
        refused(
                write("a.jsonl", "{\"question\": \"a\nb\", \"answer\": \"c\"}"),
                "row 0",
                "a line break stands within a text");
    }

    @Test
    void anEscapeThatIsNoneIsNamed() throws IOException {
        refused(write("a.jsonl", "{\"question\": \"C:\\data\", \"answer\": \"c\"}"), "\"\\d\" is no escape of JSON");
    }

    @Test
    void aTextThatIsNotClosedIsNamed() throws IOException {
        refused(
                write("a.jsonl", ROW + "\n{\"question\": \"a"),
                "broken JSON at line 2",
                "row 1",
                "the file ends within a text");
    }

    @Test
    void anObjectThatIsNotClosedIsNamed() throws IOException {
        refused(
                write("a.jsonl", ROW + "\n{\"question\": \"a\",\n"),
                "in the row that begins at line 2",
                "the file ends before everything is closed");
    }

    @Test
    void aBracketInsteadOfABraceIsNamed() throws IOException {
        refused(write("a.json", "[{\"question\": \"a\"]"), "\"]\" stands where");
    }

    @Test
    void somethingBehindTheArrayIsNamed() throws IOException {
        refused(write("a.json", "[" + ROW + "]\n\n" + ROW), "something follows the array, at line 3");
        refused(write("b.json", "[" + ROW + "] end"), "broken JSON at line 1", "\"end\" is no JSON value");
    }

    @Test
    void arraysLineByLineAreNamed() throws IOException {
        refused(
                write("a.jsonl", "[\"q\", \"a\"]\n[\"q\", \"a\"]\n"),
                "something follows the array, at line 2 (each line is an array; rows are objects or texts)");
    }

    @Test
    void anArrayWithinTheArrayIsNamed() throws IOException {
        refused(write("a.json", "[[\"q\", \"a\"]]"), "row 0 (line 1) is a list; expected an object or a string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "true", "[]"})
    void aRowThatIsNeitherObjectNorTextIsNamed(String value) throws IOException {
        refused(
                write("a.jsonl", ROW + "\n" + value + "\n"),
                "row 1 (line 2) is "
                        + switch (value) {
                            case "[]" -> "a list";
                            case "null" -> "empty";
                            default -> value;
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "{\"a\": 1}", "[\"a\", \"b\"]", "[7]"})
    void anAnswerThatIsNoTextIsNamed(String value) throws IOException {
        refused(
                write("a.jsonl", ROW + "\n{\"question\": \"a\", \"answer\": " + value + "}"),
                "row 1, column \"answer\" is ",
                "; expected text");
    }

    @Test
    void anAnswerThatIsNullIsAbsent() throws IOException {
        refused(
                write("a.jsonl", ROW + "\n{\"question\": \"a\", \"answer\": null}"),
                "row 1, column \"answer\" is absent; expected text");
    }

    @Test
    void rowsOfOtherColumnsAreNamed() throws IOException {
        refused(
                write("a.jsonl", ROW + "\n{\"prompt\": \"a\", \"answer\": \"b\"}"),
                "row 1, column \"question\" is absent");
    }

    @Test
    void blankLinesAndOneLongLineAreNoHindrance() throws IOException {
        Path blank = write("a.jsonl", "\n\n" + ROW + "\r\n \r\n" + ROW + "\n\n");
        assertThat(DataLoader.load(blank).size()).isEqualTo(2);
        Path one = write("b.jsonl", (ROW + " ").repeat(20_000));
        assertThat(DataLoader.load(one).size()).isEqualTo(20_000);
    }

    @Test
    void whatAnErrorQuotesIsShortAndPlain() throws IOException {
        refused(write("a.jsonl", "{\"question\": " + "x".repeat(5000) + "}"), "\u2026\" is no JSON value");
        assertThatThrownBy(() -> DataLoader.load(write("b.csv", "a\u001b[31mb,c\nd,e\n")))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\u001b"));
    }
}
