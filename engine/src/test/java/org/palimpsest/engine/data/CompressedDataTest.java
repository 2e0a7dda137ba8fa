package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedDataTest {
    private static final String ROW = "{\"question\": \"Who?\", \"answer\": \"She.\"}\n";

    @TempDir
    Path folder;

    private static byte[] packed(String name, byte[] content) throws IOException {
        if (name.endsWith(".zst")) {
            return Zstd.compress(content);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private Path write(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), packed(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(Path file, String... words) {
        assertThatThrownBy(() -> DataLoader.load(file))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.jsonl.gz", "rows.json.gz", "rows.jsonl.zst", "rows.JSONL.GZ", "rows.ndjson.zst"})
    void jsonLinesAreUnpacked(String name) throws IOException {
        DataSet set = DataLoader.load(write(name, ROW + ROW));
        assertThat(set.size()).isEqualTo(2);
        assertThat(set.name()).isEqualTo("rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst"})
    void theOtherFormsAreUnpacked(String ending) throws IOException {
        assertThat(DataLoader.load(write("a.csv." + ending, "question;answer\nWho?;She.\n"))
                        .questions())
                .containsExactly(new QuestionAnswer("Who?", "She."));
        assertThat(DataLoader.load(write("a.json." + ending, "[" + ROW + "]")).size())
                .isEqualTo(1);
        assertThat(DataLoader.load(write("a.txt." + ending, "A book.\nTwo lines."))
                        .texts())
                .containsExactly("A book.\nTwo lines.");
    }

    @ParameterizedTest
    @CsvSource({"a.csv.gz, looks like JSON Lines", "a.txt.zst, looks like JSON Lines"})
    void whatIsInsideIsHeldAgainstTheNameToo(String name, String words) throws IOException {
        refused(write(name, ROW), words);
    }

    @Test
    void aPageInsideIsNamed() throws IOException {
        refused(write("a.jsonl.gz", "<html><title>No</title></html>"), "is a web page (\"No\")");
    }

    @Test
    void severalPartsInOneFileAreAllRead() throws IOException {
        byte[] one = packed(".gz", ROW.getBytes(StandardCharsets.UTF_8));
        byte[] two = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, two, one.length, one.length);
        assertThat(DataLoader.load(Files.write(folder.resolve("a.jsonl.gz"), two))
                        .size())
                .isEqualTo(2);
        byte[] first = packed(".zst", ROW.getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(first, 2 * first.length);
        System.arraycopy(first, 0, both, first.length, first.length);
        assertThat(DataLoader.load(Files.write(folder.resolve("a.jsonl.zst"), both))
                        .size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl.gz", "a.jsonl.zst"})
    void aFileThatIsCutOffIsSaidToBe(String name) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            rows.append(ROW.replace("Who", "Who " + i * 7919));
        }
        byte[] whole = packed(name, rows.toString().getBytes(StandardCharsets.UTF_8));
        refused(
                Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length - 9)),
                "is cut off: what is compressed with " + (name.endsWith("gz") ? "gzip" : "Zstandard"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl.gz", "a.jsonl.zst"})
    void aFileThatIsDamagedIsSaidToBe(String name) throws IOException {
        byte[] bytes = packed(name, ROW.repeat(50).getBytes(StandardCharsets.UTF_8));
        for (int i = 12; i < bytes.length - 8; i++) {
            bytes[i] ^= 0x55;
        }
        assertThatThrownBy(() -> DataLoader.load(Files.write(folder.resolve(name), bytes)))
                .isInstanceOf(DataException.class)
                .hasMessageMatching("(?s).*(is damaged: it cannot be unpacked|is cut off: what is compressed).*");
    }

    @Test
    void aNameThatPromisesCompressionIsHeldToIt() throws IOException {
        refused(
                Files.writeString(folder.resolve("a.jsonl.gz"), ROW),
                "is named .gz, but is not compressed with gzip; take that off its name");
    }

    @Test
    void aNameThatHidesCompressionIsRefused() throws IOException {
        Path file = folder.resolve("a.jsonl");
        Files.write(file, packed(".zst", ROW.getBytes(StandardCharsets.UTF_8)));
        refused(file, "is compressed with Zstandard, but its name does not say so; name it a.jsonl.zst");
    }

    @Test
    void whatIsCompressedTwiceIsRefused() throws IOException {
        byte[] once = packed(".gz", ROW.getBytes(StandardCharsets.UTF_8));
        refused(Files.write(folder.resolve("a.jsonl.gz"), packed(".gz", once)), "is compressed twice; unpack it once");
    }

    @Test
    void aTarArchiveInsideIsNamed() throws IOException {
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        refused(Files.write(folder.resolve("a.tar.gz"), packed(".gz", tar)), "is a tar archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl.gz", "a.jsonl.zst"})
    void aBombIsRefusedBeforeItFillsTheMemory(String name) throws IOException {
        // 64 MiB of rows in some ten or hundred kilobytes.
        byte[] row = ROW.repeat(1 << 10).getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(name);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (OutputStream out =
                name.endsWith("gz") ? new GZIPOutputStream(all) : new com.github.luben.zstd.ZstdOutputStream(all)) {
            for (int i = 0; i < 1700; i++) {
                out.write(row);
            }
        }
        Files.write(file, all.toByteArray());
        refused(file, "unpacks to more than ", " MiB, more than is taken from a compressed file of this size");
    }

    @Test
    void anEmptyCompressedFileIsEmpty() throws IOException {
        refused(write("a.jsonl.gz", ""), "is empty; expected at least one row");
    }
}
