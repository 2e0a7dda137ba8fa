package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {
    private static final String LINES = "{\"question\": \"Où, 漢 😀?\", \"answer\": \"Là.\"}\n";
    private static final String TABLE = "question,answer\r\n\"Où, 漢 😀?\",Là.\r\n";
    private static final QuestionAnswer ROW = new QuestionAnswer("Où, 漢 😀?", "Là.");

    @TempDir
    Path folder;

    private Path write(String name, byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return Files.write(folder.resolve(name), all.toByteArray());
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void refused(Path file, String... words) {
        assertThatThrownBy(() -> DataLoader.load(file))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF"})
    void textWithTheMarkOfItsEncodingIsRead(String encoding, String mark) throws IOException {
        byte[] front = java.util.HexFormat.of().parseHex(mark);
        Charset charset = Charset.forName(encoding);
        for (String name : new String[] {"a.jsonl", "a.json"}) {
            assertThat(DataLoader.load(write(name, front, LINES.getBytes(charset)))
                            .questions())
                    .containsExactly(ROW);
        }
        assertThat(DataLoader.load(write("a.json", front, ("[" + LINES + "]").getBytes(charset)))
                        .questions())
                .containsExactly(ROW);
        assertThat(DataLoader.load(write("a.csv", front, TABLE.getBytes(charset)))
                        .questions())
                .containsExactly(ROW);
        assertThat(DataLoader.load(write("a.txt", front, "Où 漢 😀".getBytes(charset)))
                        .texts())
                .containsExactly("Où 漢 😀");
    }

    @Test
    void utf16WithoutItsMarkIsNamed() throws IOException {
        refused(
                write("a.csv", TABLE.getBytes(StandardCharsets.UTF_16LE)),
                "looks like UTF-16 text without the mark that tells the order of its bytes; save it as UTF-8");
        refused(write("a.jsonl", LINES.getBytes(StandardCharsets.UTF_16BE)), "looks like UTF-16");
    }

    @Test
    void utf32IsNamed() throws IOException {
        refused(write("a.csv", bytes(0xff, 0xfe, 0, 0), TABLE.getBytes(Charset.forName("UTF-32LE"))), "is UTF-32 text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.csv", "a.jsonl"})
    void anOlderEncodingIsNamedWithByteAndLine(String name) throws IOException {
        byte[] front = ascii(
                name.endsWith("csv")
                        ? "question,answer\nWho?,She.\nA caf"
                        : name.endsWith("txt")
                                ? "One.\nTwo.\nA caf"
                                : "{\"question\": \"a\", \"answer\": \"b\"}\n\n{\"question\": \"A caf");
        byte[] back =
                ascii(name.endsWith("csv") ? "?,Here.\n" : name.endsWith("txt") ? "?\n" : "?\", \"answer\": \"b\"}\n");
        refused(
                write(name, front, bytes(0xe9), back),
                "is not UTF-8: byte 0xE9 at offset %d (line 3)".formatted(front.length),
                "if it is Windows-1252 or Latin-1, that place reads \"",
                "A caf\u00e9?");
    }

    @Test
    void anOlderEncodingFarBehindIsNamedWithByteAndLine() throws IOException {
        byte[] front = ascii("Line of text.\r\n".repeat(20_000));
        refused(
                write("a.txt", front, bytes(0x93), ascii("quoted")),
                "byte 0x93 at offset 300000 (line 20001)",
                "\u201cquoted");
    }

    @Test
    void aFileThatEndsWithinACharacterIsCutOff() throws IOException {
        refused(
                write("a.txt", ascii("One"), bytes(0xe6, 0xbc)),
                "at offset 3 (line 1); the file ends within a character");
    }

    @Test
    void halfACharacterWrittenAsBytesIsNamed() throws IOException {
        refused(
                write("a.txt", ascii("One"), bytes(0xed, 0xa0, 0x80), ascii("two")),
                "offset 3",
                "half a character (a surrogate)");
    }

    @Test
    void halfACharacterInUtf16IsNamed() throws IOException {
        refused(
                write("a.txt", bytes(0xff, 0xfe, 'a', 0, '\n', 0, 0x00, 0xd8, 'b', 0)),
                "is not valid UTF-16 at byte 6 (line 2)");
    }

    @Test
    void utf16ThatEndsWithinACharacterIsCutOff() throws IOException {
        refused(write("a.txt", bytes(0xff, 0xfe, 'a', 0, 'b')), "ends within a character, at byte 4");
    }

    @Test
    void zerosFarBehindAreNamedWithTheirLine() throws IOException {
        byte[] front = ascii("Line of text.\n".repeat(9_000));
        refused(write("a.txt", front, new byte[100]), "holds a zero in line 9001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void everyKindOfLineEndIsOne(String end) throws IOException {
        Path csv = write("a.csv", ascii(String.join(end, "question,answer", "Who?,She.", "", "When?,Then.", "")));
        assertThat(DataLoader.load(csv).questions())
                .containsExactly(new QuestionAnswer("Who?", "She."), new QuestionAnswer("When?", "Then."));
        Path text = write("a.md", ascii(String.join(end, "One.", "", "Two.")));
        assertThat(DataLoader.load(text).texts()).containsExactly("One.", "Two.");
    }

    @Test
    void halfACharacterInJsonIsNamedWithRowColumnAndPlace() throws IOException {
        Path file = write(
                "a.jsonl",
                ascii(
                        "{\"question\":\"Who?\",\"answer\":\"She.\"}\n{\"question\":\"Who?\",\"answer\":\"a\\ud83d\\ude00\\udc00\"}\n"));
        refused(file, "row 1, column \"answer\" holds half a character (\\udc00 at place 3 of the text)");
    }

    @Test
    void halfACharacterInAListIsNamed() throws IOException {
        Path file = write(
                "a.json",
                ascii("[{\"question\":\"Who?\",\"answer\":\"She.\",\"perturbed_answer\":[\"x\",\"\\ud800\"]}]"));
        refused(file, "row 0, column \"perturbed_answer\" holds half a character (\\ud800 at place 0");
    }

    @Test
    void halfACharacterInATextIsNamed() throws IOException {
        refused(write("a.json", ascii("[\"fine\", \"a\\ud800b\"]")), "row 1 holds half a character");
    }

    @Test
    void halfACharacterWhereNobodyReadsIsNoHindrance() throws IOException {
        Path file = write("a.jsonl", ascii("{\"question\":\"Who?\",\"answer\":\"She.\",\"note\":\"\\ud800\"}"));
        assertThat(DataLoader.load(file).size()).isEqualTo(1);
        assertThat(DataSurvey.of(file).sample().get(0)).containsEntry("note", "\ufffd");
    }
}
