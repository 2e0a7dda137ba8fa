package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
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
    @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "ZSTD"})
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
}
