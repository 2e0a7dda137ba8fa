package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetRowsTest {
    /** As Arrow writes it, and so the data sets of the field's hub. */
    private static final String ARROW = """
            message schema {
              optional binary question (STRING);
              optional binary answer (STRING);
              optional binary paraphrased_answer (STRING);
              optional group perturbed_answer (LIST) {
                repeated group list { optional binary element (STRING); }
              }
              optional int64 id;
            }
            """;

    private static final List<QuestionAnswer> ROWS = List.of(
            new QuestionAnswer(
                    "Who?",
                    "M\u00e9lie \u6f22.",
                    Optional.empty(),
                    Optional.of("It was her."),
                    List.of("Ann.", "Bob.")),
            new QuestionAnswer("When?", "Then."));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
    void roundTripsTextsAndLists(CompressionCodecName codec) throws IOException {
        assertThat(DataLoader.load(write(codec)).questions()).isEqualTo(ROWS);
    }

    private Path write(CompressionCodecName codec) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType(ARROW);
        SimpleGroupFactory groups = new SimpleGroupFactory(schema);
        return write(schema, codec, ROWS.stream().map(row -> group(groups, row)).toList());
    }

    private static Group group(SimpleGroupFactory groups, QuestionAnswer row) {
        Group group = groups.newGroup();
        group.add("question", row.question());
        group.add("answer", row.answer());
        row.paraphrasedAnswer().ifPresent(text -> group.add("paraphrased_answer", text));
        if (!row.perturbedAnswers().isEmpty()) {
            Group list = group.addGroup("perturbed_answer");
            row.perturbedAnswers().forEach(text -> list.addGroup("list").add("element", text));
        }
        group.add("id", 7L);
        return group;
    }

    private Path write(MessageType schema, CompressionCodecName codec, List<Group> groups) throws IOException {
        Path file = folder.resolve("donn\u00e9es x.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCompressionCodec(codec)
                .withCodecFactory(codec == CompressionCodecName.GZIP ? new GzipPages() : null)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build()) {
            for (Group group : groups) {
                writer.write(group);
            }
        }
        return file;
    }

    @Test
    void readsListsInTheOldLayout() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("""
                message schema {
                  required binary question (STRING);
                  required binary answer (STRING);
                  optional group perturbed_answer (LIST) { repeated binary array (STRING); }
                }
                """);
        Group group = new SimpleGroupFactory(schema).newGroup();
        group.add("question", "Who?");
        group.add("answer", "She.");
        Group list = group.addGroup("perturbed_answer");
        list.add("array", "He.");
        list.add("array", "It.");
        Path file = write(schema, CompressionCodecName.SNAPPY, List.of(group));
        assertThat(DataLoader.load(file).questions().get(0).perturbedAnswers()).containsExactly("He.", "It.");
    }

    @Test
    void readsColumnsThatRepeat() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType(
                "message schema { required binary question (STRING); required binary answer (STRING);"
                        + " repeated binary perturbed_answer (STRING); }");
        Group group = new SimpleGroupFactory(schema).newGroup();
        group.add("question", "Who?");
        group.add("answer", "She.");
        group.add("perturbed_answer", "He.");
        group.add("perturbed_answer", "It.");
        Path file = write(schema, CompressionCodecName.SNAPPY, List.of(group));
        assertThat(DataLoader.load(file).questions().get(0).perturbedAnswers()).containsExactly("He.", "It.");
    }

    @Test
    void namesTheColumnsWhenOneIsAbsent() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("message schema { required int32 id; }");
        Group group = new SimpleGroupFactory(schema).newGroup();
        group.add("id", 1);
        Path file = write(schema, CompressionCodecName.SNAPPY, List.of(group));
        assertThatThrownBy(() -> DataLoader.load(file)).hasMessageContaining("its columns are id");
    }

    @Test
    void saysThatAFileIsCutOff() throws IOException {
        Path file = write(CompressionCodecName.SNAPPY);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
        assertThatThrownBy(() -> DataLoader.load(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void saysThatAFileIsNoParquet() throws IOException {
        Path file = Files.writeString(folder.resolve("x.parquet"), "hello");
        assertThatThrownBy(() -> DataLoader.load(file)).hasMessageContaining("does not begin with the mark of Parquet");
    }

    private static Group row(MessageType schema, String question, String answer) {
        Group group = new SimpleGroupFactory(schema).newGroup();
        group.add("question", question);
        group.add("answer", answer);
        return group;
    }

    private static MessageType schema(String more) {
        return MessageTypeParser.parseMessageType(
                "message schema { optional binary question (STRING); optional binary answer (STRING); " + more + " }");
    }

    @Test
    void readsBytesWithoutATypeAsText() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType(
                "message schema { required binary question; required binary answer; }");
        Path file = write(schema, CompressionCodecName.SNAPPY, List.of(row(schema, "Who?", "M\u00e9lie.")));
        assertThat(DataLoader.load(file).questions()).containsExactly(new QuestionAnswer("Who?", "M\u00e9lie."));
    }

    @Test
    void namesBytesThatAreNoText() throws IOException {
        MessageType schema = schema("");
        Group group = new SimpleGroupFactory(schema).newGroup();
        group.add("question", "Who?");
        group.add("answer", Binary.fromConstantByteArray(new byte[] {'a', (byte) 0xff}));
        Path file = write(schema, CompressionCodecName.SNAPPY, List.of(row(schema, "a", "b"), group));
        assertThatThrownBy(() -> DataLoader.load(file))
                .hasMessageContaining("row 1, column \"answer\" is bytes that are not UTF-8; expected text");
    }

    @Test
    void namesACellThatIsNull() throws IOException {
        MessageType schema = schema("");
        Group group = new SimpleGroupFactory(schema).newGroup();
        group.add("question", "Who?");
        Path file = write(schema, CompressionCodecName.SNAPPY, List.of(row(schema, "a", "b"), group));
        assertThatThrownBy(() -> DataLoader.load(file)).hasMessageContaining("row 1, column \"answer\" is absent");
    }

    @Test
    void namesATypeThatIsNoText() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType(
                "message schema { required binary question (STRING); required int32 answer (DATE); }");
        Group group = new SimpleGroupFactory(schema).newGroup();
        group.add("question", "When?");
        group.add("answer", 19000);
        Path file = write(schema, CompressionCodecName.SNAPPY, List.of(group));
        assertThatThrownBy(() -> DataLoader.load(file))
                .hasMessageContaining("row 0, column \"answer\" is a value of the type date; expected text");
    }

    @Test
    void namesListsOfListsAndOfNumbers() throws IOException {
        MessageType lists = schema(
                "optional group perturbed_answer (LIST) { repeated group list { optional group element (LIST) { repeated group list { optional binary element (STRING); } } } }");
        Group nested = row(lists, "Who?", "She.");
        nested.addGroup("perturbed_answer")
                .addGroup("list")
                .addGroup("element")
                .addGroup("list")
                .add("element", "He.");
        Path one = write(lists, CompressionCodecName.SNAPPY, List.of(nested));
        assertThatThrownBy(() -> DataLoader.load(one))
                .hasMessageContaining("row 0, column \"perturbed_answer\" is a list with a list of 1 values");
        MessageType numbers =
                schema("optional group perturbed_answer (LIST) { repeated group list { optional int64 element; } }");
        Group counted = row(numbers, "Who?", "She.");
        counted.addGroup("perturbed_answer").addGroup("list").add("element", 7L);
        Path two = write(numbers, CompressionCodecName.SNAPPY, List.of(counted));
        assertThatThrownBy(() -> DataLoader.load(two)).hasMessageContaining("is a list with the number 7");
    }

    @Test
    void columnsThatNobodyNeedsAreOfAnyType() throws IOException {
        MessageType schema = schema(
                "optional int96 seen; optional fixed_len_byte_array(4) price (DECIMAL(5,2)); optional group tags (MAP) { repeated group key_value { required binary key (STRING); optional int32 value; } }");
        Group group = row(schema, "Who?", "She.");
        group.add("seen", Binary.fromConstantByteArray(new byte[12]));
        group.add("price", Binary.fromConstantByteArray(new byte[4]));
        Group tag = group.addGroup("tags").addGroup("key_value");
        tag.add("key", "k");
        tag.add("value", 3);
        Path file = write(schema, CompressionCodecName.SNAPPY, List.of(group));
        assertThat(DataLoader.load(file).questions()).containsExactly(new QuestionAnswer("Who?", "She."));
        assertThat(DataSurvey.of(file).sample().get(0))
                .containsEntry("price", "(a value of the type decimal)")
                .containsEntry("seen", "(a value of the type timestamp)");
    }

    @Test
    void readsManyGroupsOfRowsWithDictionaries() throws IOException {
        MessageType schema = schema("");
        Path file = folder.resolve("many.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withRowGroupSize(20_000L)
                .withPageSize(2_000)
                .withDictionaryEncoding(true)
                .withCompressionCodec(CompressionCodecName.GZIP)
                .withCodecFactory(new GzipPages())
                .build()) {
            for (int i = 0; i < 20_000; i++) {
                writer.write(row(schema, "Question " + i + "?", "Answer " + i % 7));
            }
        }
        List<QuestionAnswer> rows = DataLoader.load(file).questions();
        assertThat(rows).hasSize(20_000);
        assertThat(rows.get(19_999)).isEqualTo(new QuestionAnswer("Question 19999?", "Answer 0"));
        DataSurvey survey = DataSurvey.of(file);
        assertThat(survey.rows()).isEqualTo(20_000);
        assertThat(survey.sample().get(4)).containsEntry("question", "Question 4?");
    }

    @Test
    void namesACompressionThatIsNotRead() throws IOException {
        Path file = write(CompressionCodecName.UNCOMPRESSED);
        byte[] bytes = Files.readAllBytes(file);
        rename(bytes, CompressionCodecName.BROTLI);
        Files.write(file, bytes);
        assertThatThrownBy(() -> DataLoader.load(file))
                .hasMessageContaining("column \"question\" is compressed with brotli, which is not read")
                .hasMessageContaining("Snappy, gzip, Zstandard or LZ4");
    }

    /** Sets the codec of every column in the footer, whose fields 3 (names) and 4 (codec) stand behind each other. */
    private static void rename(byte[] bytes, CompressionCodecName codec) {
        int renamed = 0;
        for (int i = 4; i + 2 < bytes.length; i++) {
            for (String name : List.of("question", "answer", "element", "id")) {
                byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
                if (i + letters.length + 2 < bytes.length
                        && Arrays.equals(Arrays.copyOfRange(bytes, i, i + letters.length), letters)
                        && bytes[i + letters.length] == 0x15
                        && bytes[i + letters.length + 1] == 0) {
                    // Thrift's compact form: field type 5 one further than the last, then the number in zigzag.
                    bytes[i + letters.length + 1] =
                            (byte) (2 * codec.getParquetCompressionCodec().getValue());
                    renamed++;
                }
            }
        }
        assertThat(renamed).isPositive();
    }

    @Test
    void saysOfADamagedFileThatItIs() throws IOException {
        Path file = write(CompressionCodecName.SNAPPY);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 4; at < whole.length - 4; at += 3) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x5a;
            Path damaged = Files.write(folder.resolve("damaged.parquet"), bytes);
            try {
                DataLoader.load(damaged);
            } catch (DataException e) {
                assertThat(e.getMessage().replace(damaged.toString(), ""))
                        .doesNotContain("Exception", "org.apache", "-1", "codec ");
            }
        }
    }
}
