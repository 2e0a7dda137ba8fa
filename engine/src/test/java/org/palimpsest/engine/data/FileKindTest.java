package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.data.LoadOptions.TextUnit;

/** The content of a file decides what it is, and what its name says otherwise is a mistake. */
class FileKindTest {
    private static final String ROW = "{\"question\": \"Who?\", \"answer\": \"She.\"}\n";
    private static final String PAGE =
            "<html><head><title>Not\n found</title></head><body>Sign in, please</body></html>\n";
    private static final String POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";

    @TempDir
    Path folder;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private void refused(Path file, String... words) {
        assertThatThrownBy(() -> DataLoader.load(file))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContainingAll(words);
    }

    private static DataSet stated(Path file, DataFormat format) {
        return DataLoader.load(file, LoadOptions.DEFAULT.withStated(Set.of(format)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.json", "a.jsonl", "a.csv", "a.tsv", "a.parquet", "a.dat", "a", "a.md"})
    void aPointerIsOneUnderEveryName(String name) throws IOException {
        refused(write(name, POINTER), "is a Git LFS pointer, not the data (12,345 bytes)", "git lfs pull");
    }

    @Test
    void aPointerWithLineEndsOfWindowsIsOneToo() throws IOException {
        refused(write("a.jsonl", POINTER.replace("\n", "\r\n")), "is a Git LFS pointer, not the data (12,345 bytes)");
    }

    @Test
    void aPointerOfTheFirstDaysIsOneToo() throws IOException {
        refused(write("a.txt", "version http://hawser.github.com/spec/v1\noid sha256:1\nsize 7\n"), "(7 bytes)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.json", "a.jsonl", "a.csv", "a.tsv", "a.parquet", "a.dat", "a", "a.html"})
    void aWebPageIsOneUnderEveryName(String name) throws IOException {
        refused(write(name, "<!DOCTYPE html>\n" + PAGE), "is a web page (\"Not found\"), not data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">",
                "\n\n  \t",
                "\ufeff",
                "<!-- a comment\n over lines --> <!-- another -->",
                "<?xml version=\"1.0\"?>\n<!DOCTYPE html>"
            })
    void aWebPageMayHaveSomethingInFront(String front) throws IOException {
        refused(write("a.txt", front + PAGE), "is a web page");
    }

    @Test
    void theAnswerOfAServerWithItsHeadersIsNamed() throws IOException {
        refused(
                write("a.jsonl", "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\n\r\n" + PAGE),
                "the answer of a web server with its headers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"404: Not Found", "Entry not found", "Invalid username or password.", "Bad gateway\n"})
    void whatServersAnswerInsteadOfAFileIsNamed(String answer) throws IOException {
        refused(write("a.txt", answer), "holds nothing but \"" + answer.strip() + "\"");
    }

    @Test
    void xmlIsNamed() throws IOException {
        refused(
                write("a.txt", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>"),
                "is XML, not data that is read here");
    }

    @Test
    void proseThatBeginsWithABracketIsText() throws IOException {
        assertThat(DataLoader.load(write("a.txt", "<aside> She said so.\n[1] See there."))
                        .size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, looks like JSON Lines, .txt, .jsonl, jsonl",
        "a.csv, looks like JSON Lines, .csv, .jsonl, jsonl",
        "a.tsv, looks like JSON Lines, .tsv, .jsonl, jsonl",
        "a.parquet, looks like JSON Lines, .parquet, .jsonl, jsonl"
    })
    void jsonLinesUnderAnotherNameAreRefused(String name, String kind, String is, String better, String key)
            throws IOException {
        refused(
                write(name, ROW + ROW),
                "%s (line 1 is \"{\"question\": \"Who?\", \"answer\": \"She.\"}\"), but is named %s; name it %s, or say \"format\": \"%s\""
                        .formatted(kind, is, better, key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.csv", "a.md"})
    void anArrayUnderAnotherNameIsRefused(String name) throws IOException {
        refused(write(name, "\n[\n " + ROW + "]"), "looks like a JSON array (line 2 is \"[\")", "name it .json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.jsonl", "a.ndjson", "a.dat", "a"})
    void jsonIsReadUnderItsNamesAndUnderNone(String name) throws IOException {
        assertThat(DataLoader.load(write(name, ROW + ROW)).size()).isEqualTo(2);
        assertThat(DataLoader.load(write(name, "[" + ROW + "," + ROW + "]")).size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.json", "a.jsonl", "a.dat", "a", "a.md"})
    void csvUnderAnotherNameIsRefused(String name) throws IOException {
        refused(
                write(name, "question,answer\nWho?,She.\nWhen?,\"Then, perhaps.\"\n"),
                "looks like CSV (line 1 is \"question,answer\", with commas between cells)",
                "name it .csv, or say \"format\": \"csv\" in the recipe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"question\",\"answer\"\n\"Who?\",\"She.\"\n",
                "question;answer\nWho?;She.\n",
                "question\tanswer\nWho?\tShe.\n",
                "question|answer\nWho?|She.\n",
                "question,answer\n",
                "question, answer\nWho, then?, She, of course.\n",
                "frage,antwort\nWer?,Sie.\nWann?,Dann.\n",
                "Who is it?,She.\nWhen was it?,Then.\n",
                "0\tWho is it?\n1\tWhen was it?\n",
                "\ufeffquestion,answer\r\nWho?,She.\r\n"
            })
    void csvIsSeenByItsLines(String table) throws IOException {
        refused(write("a.txt", table), "looks like CSV");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Roses are red, violets are blue\nSugar is sweet, and so are you\n",
                "Dear reader,\nthis is a letter.\n",
                "It cost 1,000 then.\nNobody paid.\n",
                "One line alone, with a comma\n",
                "First; then second.\nThird; then fourth.\n",
                "I'm not sure.\nI do not know, sorry.\n",
                "\tindented\n\tcode\n",
                "{\\bf bold} and [1] a note\n"
            })
    void proseIsText(String prose) throws IOException {
        assertThat(DataLoader.load(write("a.txt", prose)).texts()).containsExactly(prose.strip());
    }

    @Test
    void whatTheRecipeSaysStandsForTheName() throws IOException {
        Path csv = write("a.dat", "question,answer\nWho?,She.\n");
        assertThat(stated(csv, DataFormat.CSV).questions()).containsExactly(new QuestionAnswer("Who?", "She."));
    }

    @Test
    void whatTheRecipeSaysIsHeldAgainstTheContent() throws IOException {
        Path lines = write("a.jsonl", ROW + ROW);
        assertThatThrownBy(() -> stated(lines, DataFormat.CSV))
                .hasMessageContainingAll("is JSON Lines (line 1 is", "but the recipe says CSV; correct \"format\"");
        assertThatThrownBy(() -> stated(lines, DataFormat.JSON_ARRAY))
                .hasMessageContaining(
                        "is JSON Lines (a second value begins at line 2), but the recipe says a JSON array");
    }

    @Test
    void nothingThatLooksLikeATableIsTextBecauseTheRecipeSaysSo() throws IOException {
        Path csv = write("a.txt", "question,answer\nWho?,She.\n");
        assertThatThrownBy(() -> stated(csv, DataFormat.TEXT))
                .hasMessageContaining("looks like CSV (line 1 is \"question,answer\"")
                .hasMessageContaining("but the recipe says plain text");
        Path json = write("b.txt", ROW);
        assertThatThrownBy(() -> stated(json, DataFormat.TEXT)).hasMessageContaining("is JSON Lines");
    }

    @ParameterizedTest
    @CsvSource({"//, a.jsonl", "#, a.jsonl", "//, a.txt", "#, a.json", "--, a.txt", "#, a.csv", "//, a.dat"})
    void aCommentBeforeJsonIsNamedWithItsLine(String sign, String name) throws IOException {
        refused(
                write(name, "\n" + sign + " made by hand\n\n" + ROW),
                "line 2 is the comment \"" + sign + " made by hand\"",
                "JSON begins at line 4");
    }

    @Test
    void aCommentOverLinesBeforeJsonIsNamed() throws IOException {
        refused(write("a.jsonl", "/* made\n by hand\n*/\n" + ROW), "line 1 is the comment \"/* made\"", "at line 4");
    }

    @Test
    void aRowBehindProseIsNamedWithItsLine() throws IOException {
        refused(
                write("a.txt", "Downloading the data\nDone\n" + ROW),
                "line 3 is a JSON object ({\"question\": \"Who?\", \"answer\": \"She.\"})"
                        .replace("({", "(\"{")
                        .replace("})", "}\")"));
    }

    @Test
    void plainTextNamedJsonLinesServesAsAlternateAnswersOnly() throws IOException {
        Path file = write("a.jsonl", "I do not know.\nNo idea.\n");
        refused(file, "is named .jsonl, but is plain text: line 1 is \"I do not know.\"", "alternate answers only");
        assertThat(DataLoader.load(file, LoadOptions.DEFAULT.withUnit(TextUnit.LINE))
                        .texts())
                .containsExactly("I do not know.", "No idea.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "question,answer\nWho?,She.\n",
                "// c\n{\"question\": \"Who?\", \"answer\": \"She.\"}\n",
                "No idea.\n{\"a\": 1}\n"
            })
    void onlyProseNamedJsonLinesServesAsAlternateAnswers(String content) throws IOException {
        Path file = write("a.jsonl", content);
        LoadOptions lines = LoadOptions.DEFAULT.withUnit(TextUnit.LINE);
        assertThatThrownBy(() -> DataLoader.load(file, lines)).isInstanceOf(DataException.class);
    }

    @Test
    void linesOfQuotedTextsAreJson() throws IOException {
        refused(write("a.txt", "\"One.\"\n\"Two.\"\n"), "looks like JSON Lines");
        assertThat(DataLoader.load(write("b.txt", "\"One,\" she said.\n")).texts())
                .containsExactly("\"One,\" she said.");
    }

    @Test
    void pythonsDictionariesAreNoText() throws IOException {
        refused(write("a.txt", "{'question': 'Who?', 'answer': 'She.'}\n"), "looks like JSON Lines");
        refused(
                write("a.jsonl", "{'question': 'Who?', 'answer': 'She.'}\n"),
                "broken JSON at line 1, column 2",
                "Python's single quotes");
    }

    @Test
    void parquetUnderAnotherNameIsRefused() throws IOException {
        refused(
                write("a.json", "PAR1...PAR1"),
                "looks like Parquet (begins with the mark of Parquet), but is named .json");
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, is a PDF",
        "'{\\rtf1', is a rich-text document",
        "'SQLite format 3\0', is an SQLite database",
        "'\u0089PNG\r\n', is a picture",
        "'GGUF\u0003\0\0\0', is a GGUF model",
        "'ARROW1\0\0', is an Arrow (Feather) file",
        "'\u0093NUMPY\u0001', is a NumPy array",
        "'BZh91AY&SY\u0001', is compressed with bzip2",
        "'\u00fd7zXZ\0', is compressed with xz",
        "'\u0080\u0004\u0095', is a pickle file",
        "'PARE\u0015\0', is encrypted Parquet",
        "'\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', old Office"
    })
    void otherKindsAreNamedUnderEveryName(String start, String words) throws IOException {
        for (String name : new String[] {"a.txt", "a.jsonl", "a.csv", "a.parquet", "a.dat"}) {
            Path file = Files.write(folder.resolve(name), start.getBytes(StandardCharsets.ISO_8859_1));
            refused(file, words, "expected a JSON array, JSON Lines, CSV, Parquet or plain text");
        }
    }

    @Test
    void aSafetensorsFileIsNamed() throws IOException {
        byte[] bytes = "\u0010\0\0\0\0\0\0\0{\"a\": {}}       ".getBytes(StandardCharsets.ISO_8859_1);
        refused(Files.write(folder.resolve("a.txt"), bytes), "is a safetensors file");
    }

    @ParameterizedTest
    @CsvSource({
        "xl/workbook.xml, is an Excel workbook",
        "word/document.xml, is a Word document",
        "content.xml, is an OpenDocument file",
        "archive/data.pkl, is a PyTorch file",
        "a.npy, is an archive of NumPy arrays",
        "rows.jsonl, is a zip archive (it holds rows.jsonl); unpack it"
    })
    void anArchiveIsNamedByWhatItHolds(String entry, String words) throws IOException {
        Path file = folder.resolve("a.jsonl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        refused(file, words);
    }

    @Test
    void wordsThatBeginLikeAMarkAreText() throws IOException {
        assertThat(DataLoader.load(write("a.txt", "ORCHIDS and GIF8, RIFFS and PARENTS."))
                        .size())
                .isEqualTo(1);
        assertThat(DataLoader.load(write("b.txt", "ORCHIDS grow here.")).size()).isEqualTo(1);
    }

    @Test
    void aFolderIsNamedWithWhatItHolds() throws IOException {
        write("b.json", ROW);
        write("a.json", ROW);
        refused(folder, "is a folder (it holds a.json, b.json); expected a file of rows");
    }

    @Test
    void linksThatLeadNowhereAreNamed() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("a.json"), folder.resolve("a.json"));
        refused(loop, "is a link that leads nowhere");
        refused(Files.createSymbolicLink(folder.resolve("b.json"), Path.of("gone.json")), "gone.json is not there");
    }

    @Test
    void aDeviceIsNamed() {
        Path device = Path.of("/dev/zero");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(device), "skipped: this system has no /dev/zero");
        refused(device, "is not a file of rows but a pipe or a device");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.jsonl", "a.csv", "a.txt", "a.parquet", "a.dat"})
    void anEmptyFileIsEmptyUnderEveryName(String name) throws IOException {
        refused(write(name, ""), "is empty; expected at least one row");
        refused(write(name, " \r\n\t\n"), "is empty; expected at least one row");
        refused(write(name, "\ufeff"), "is empty; expected at least one row");
    }
}
