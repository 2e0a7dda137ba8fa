package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Questions and answers as Parquet: codecs, pages, schemas, absent values, damage. Pages have check sums, so damage can be known. */
final class ParquetSuite implements Suite {
    private static final String FILE = "facts.parquet";
    private static final String SCHEMA = """
            message schema {
              optional binary question (STRING);
              optional binary answer (STRING);
              optional binary paraphrased_answer (STRING);
              optional group perturbed_answer (LIST) { repeated group list { optional binary element (STRING); } }
              optional int64 id;
            }
            """;

    private final Path scratch;
    private final Base base;

    ParquetSuite(Path scratch) {
        this.scratch = scratch;
        base = DataRows.base(
                "parquet", DataRows.file(FILE, write(SCHEMA, DataRows.json(), CompressionCodecName.SNAPPY, true)));
    }

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public Trial draw(Random random) {
        return new Trial(
                base,
                switch (random.nextInt(8)) {
                    case 0, 1 -> written(random);
                    case 2, 3 -> schema(random);
                    case 4 -> cell(random);
                    default -> damaged(random);
                });
    }

    private static Mutation mutation(String what, byte[] bytes, Allowed allowed) {
        return Mutation.of(what, DataRows.file(FILE, bytes), FILE, allowed);
    }

    /** The same rows, otherwise compressed and laid out. */
    private Mutation written(Random random) {
        // Those that can be written without Hadoop.
        CompressionCodecName codec = Draw.one(
                random, CompressionCodecName.UNCOMPRESSED, CompressionCodecName.SNAPPY, CompressionCodecName.ZSTD);
        boolean dictionary = random.nextBoolean();
        return mutation(
                "%s, %s dictionary".formatted(codec, dictionary ? "with" : "without"),
                write(SCHEMA, DataRows.json(), codec, dictionary),
                Allowed.SAME);
    }

    /** Columns of other types, names and layouts. */
    private Mutation schema(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> {
                String type = Draw.one(
                        random,
                        "int32 question",
                        "int64 question",
                        "double question",
                        "boolean question",
                        "int96 question",
                        "group question { optional binary a (STRING); }",
                        "int64 question (TIMESTAMP(MILLIS,true))",
                        "group question (LIST) { repeated group list { optional binary element (STRING); } }");
                yield mutation(
                        "a column " + type,
                        write(
                                SCHEMA.replace(
                                        "optional binary question (STRING);",
                                        "optional " + type + (type.endsWith("}") ? "" : ";")),
                                List.of(),
                                CompressionCodecName.SNAPPY,
                                true,
                                "answer"),
                        Allowed.TOLD_OR_REFUSED);
            }
            case 1 ->
                mutation(
                        "bytes that nobody calls text",
                        write(
                                SCHEMA.replace("question (STRING)", "question"),
                                DataRows.json(),
                                CompressionCodecName.SNAPPY,
                                true),
                        Allowed.SAME_OR_REFUSED);
            case 2 -> {
                String name = Draw.one(random, "Question", "q", "question_", "text");
                yield mutation(
                        "question is named " + name,
                        write(
                                SCHEMA.replace("binary question", "binary " + name),
                                DataRows.json(),
                                CompressionCodecName.SNAPPY,
                                true,
                                "question=" + name),
                        Allowed.SAME_OR_REFUSED);
            }
            case 3 ->
                mutation(
                        "no rows",
                        write(SCHEMA, List.of(), CompressionCodecName.SNAPPY, true),
                        Allowed.TOLD_OR_REFUSED);
            case 4 ->
                mutation(
                        "columns that must be there",
                        write(
                                SCHEMA.replace("optional binary question", "required binary question"),
                                DataRows.json(),
                                CompressionCodecName.SNAPPY,
                                true),
                        Allowed.SAME);
            default ->
                mutation(
                        "the list without its element's name",
                        write(
                                SCHEMA.replace("element (STRING)", "item (STRING)"),
                                DataRows.json(),
                                CompressionCodecName.SNAPPY,
                                true,
                                "element=item"),
                        Allowed.SAME_OR_REFUSED);
        };
    }

    private Mutation cell(Random random) {
        List<ObjectNode> rows = DataRows.json();
        int row = random.nextInt(rows.size());
        String column = Draw.one(random, "question", "answer", "paraphrased_answer");
        boolean absent = random.nextBoolean();
        if (absent) {
            rows.get(row).remove(column);
        } else {
            rows.get(row).put(column, Draw.one(random, "", " ", "\n"));
        }
        boolean needed = !column.startsWith("p");
        return mutation(
                "row %d: %s is %s".formatted(row, column, absent ? "null" : "empty"),
                write(SCHEMA, rows, CompressionCodecName.SNAPPY, true),
                needed ? Allowed.TOLD_OR_REFUSED : absent ? Allowed.like(DataRows.plain(rows)) : Allowed.ANYTHING);
    }

    private Mutation damaged(Random random) {
        CompressionCodecName codec = Draw.one(random, CompressionCodecName.SNAPPY, CompressionCodecName.UNCOMPRESSED);
        byte[] bytes = write(SCHEMA, DataRows.json(), codec, random.nextBoolean());
        if (random.nextInt(8) == 0) {
            Bytes.Changed imposter = Bytes.imposter(random);
            return mutation(imposter.what() + " instead", imposter.bytes(), Allowed.ANYTHING);
        }
        // Names of columns and numbers of rows stand in the footer, which has no check sum.
        int footer = bytes.length - 8 - footerLength(bytes);
        boolean inData = random.nextBoolean();
        Bytes.Changed changed =
                inData ? Bytes.accident(random, bytes, 4, footer) : Bytes.accident(random, bytes, footer, bytes.length);
        return mutation(
                "%s, %s: %s".formatted(codec, inData ? "pages" : "footer", changed.what()),
                changed.bytes(),
                inData ? Allowed.SAME_OR_REFUSED : Allowed.ANYTHING);
    }

    private static int footerLength(byte[] bytes) {
        return java.nio.ByteBuffer.wrap(bytes, bytes.length - 8, 4)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }

    /** @param renamed {@code old=new} for a column or an element; {@code answer} for rows of nothing but their answers */
    private byte[] write(
            String schema, List<ObjectNode> rows, CompressionCodecName codec, boolean dictionary, String... renamed) {
        try {
            Path file = scratch.resolve("written.parquet");
            Files.deleteIfExists(file);
            MessageType type = MessageTypeParser.parseMessageType(schema);
            SimpleGroupFactory groups = new SimpleGroupFactory(type);
            try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                    .withConf(new PlainParquetConfiguration())
                    .withType(type)
                    .withCompressionCodec(codec)
                    .withDictionaryEncoding(dictionary)
                    .withWriterVersion(dictionary ? WriterVersion.PARQUET_1_0 : WriterVersion.PARQUET_2_0)
                    .build()) {
                for (ObjectNode row : rows) {
                    writer.write(group(groups.newGroup(), row, renamed));
                }
                if (renamed.length > 0 && renamed[0].equals("answer")) {
                    writer.write(groups.newGroup().append("answer", "An answer."));
                }
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Group group(Group group, JsonNode row, String... renamed) {
        for (String column : List.of("question", "answer", "paraphrased_answer")) {
            if (row.has(column)) {
                group.add(name(column, renamed), row.path(column).asText());
            }
        }
        if (row.has("perturbed_answer")) {
            Group list = group.addGroup("perturbed_answer");
            row.path("perturbed_answer")
                    .forEach(wrong -> list.addGroup("list").add(name("element", renamed), wrong.asText()));
        }
        group.add("id", 7L);
        return group;
    }

    private static String name(String column, String... renamed) {
        return renamed.length > 0 && renamed[0].startsWith(column + "=")
                ? renamed[0].substring(column.length() + 1)
                : column;
    }
}
