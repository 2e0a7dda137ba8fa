package org.palimpsest.engine.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * Rows of a Parquet file: texts, numbers and lists of them, in the layouts that Arrow, Spark and their elders write. One group of rows
 * is in memory at a time, and of it the columns that are needed.
 */
final class ParquetRows {
    private static final long MOST_ROWS = 100_000_000;

    private final Path file;
    private final RowCollector rows;

    private ParquetRows(Path file, RowCollector rows) {
        this.file = file;
        this.rows = rows;
    }

    static void read(Path file, RowCollector rows) {
        ParquetRows reading = new ParquetRows(file, rows);
        try {
            reading.read();
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw DataException.in(
                    file,
                    "this Parquet file cannot be read from row %d on; it is cut off or damaged: fetch or write it again"
                            .formatted(rows.size()),
                    e);
        } catch (OutOfMemoryError e) {
            throw DataException.in(
                    file,
                    "this Parquet file asks for more memory than there is from row %d on; it is damaged, or its groups of rows are too large: write it with smaller ones"
                            .formatted(rows.size()),
                    e);
        }
    }

    private void read() throws IOException {
        try (ParquetFileReader reader = open()) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            schema.getFields().forEach(field -> rows.column(field.getName()));
            if (reader.getRecordCount() > MOST_ROWS) {
                throw DataException.in(file, "has %,d rows, more than can be taken".formatted(reader.getRecordCount()));
            }
            requireSound(reader.getFooter().getBlocks());
            // The first rows are shown to people with all their columns; the others give what is needed.
            while (rows.size() < reader.getRecordCount() && rows.keepsWhole()) {
                read(reader, schema, 0);
            }
            if (rows.size() < reader.getRecordCount()) {
                readNeeded();
            }
        }
    }

    private void readNeeded() throws IOException {
        try (ParquetFileReader reader = open()) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            List<Type> needed = schema.getFields().stream()
                    .filter(field -> rows.isNeeded(field.getName()))
                    .toList();
            long skipped = rows.size();
            if (needed.isEmpty()) {
                for (long row = skipped; row < reader.getRecordCount(); row++) {
                    rows.add(Map.of());
                }
                return;
            }
            MessageType projected = new MessageType(schema.getName(), needed);
            reader.setRequestedSchema(projected);
            for (long seen = 0; seen < reader.getRecordCount(); ) {
                seen += read(reader, projected, Math.max(0, skipped - seen));
            }
        }
    }

    private ParquetFileReader open() throws IOException {
        return ParquetFileReader.open(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .withCodecFactory(new ParquetCodecs())
                        .usePageChecksumVerification(true)
                        .build());
    }

    /** Checks what the file says of itself before memory is asked for it. */
    private void requireSound(List<BlockMetaData> groups) throws IOException {
        long size = Files.size(file);
        for (BlockMetaData group : groups) {
            for (ColumnChunkMetaData column : group.getColumns()) {
                if (ParquetCodecs.UNREAD.contains(column.getCodec())) {
                    throw DataException.in(
                            file,
                            "column \"%s\" is compressed with %s, which is not read; write the file with Snappy, gzip, Zstandard or LZ4"
                                    .formatted(
                                            column.getPath().toDotString(),
                                            column.getCodec().name().toLowerCase(Locale.ROOT)));
                }
                long begin = column.getStartingPos();
                if (begin < 4 || column.getTotalSize() < 0 || column.getTotalSize() > size - begin) {
                    throw DataException.in(
                            file,
                            "column \"%s\" lies beyond the end of the file, so it is cut off or damaged: fetch or write it again"
                                    .formatted(column.getPath().toDotString()));
                }
            }
        }
    }

    /** Reads one group of rows but its first {@code skipped}; returns how many it has. */
    private long read(ParquetFileReader reader, MessageType schema, long skipped) throws IOException {
        PageReadStore pages = reader.readNextRowGroup();
        if (pages == null) {
            throw new IOException("the groups have fewer rows than the file says");
        }
        MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
        RecordReader<Group> records = columns.getRecordReader(pages, new GroupRecordConverter(schema));
        boolean whole = rows.keepsWhole();
        for (long i = 0; i < pages.getRowCount(); i++) {
            Group group = records.read();
            if (whole && !rows.keepsWhole()) {
                return pages.getRowCount();
            }
            if (i >= skipped) {
                rows.add(row(group));
            }
        }
        return pages.getRowCount();
    }

    private static Map<String, Object> row(Group group) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (Type field : group.getType().getFields()) {
            row.put(field.getName(), value(group, field));
        }
        return row;
    }

    private static Object value(Group group, Type field) {
        int index = group.getType().getFieldIndex(field.getName());
        int count = group.getFieldRepetitionCount(index);
        if (field.isRepetition(Type.Repetition.REPEATED)) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                values.add(single(group, field, index, i));
            }
            return values;
        }
        return count == 0 ? null : single(group, field, index, 0);
    }

    private static Object single(Group group, Type field, int index, int occurrence) {
        if (field.isPrimitive()) {
            return primitive(group, field.asPrimitiveType(), index, occurrence);
        }
        Group inner = group.getGroup(index, occurrence);
        return wrapsOneRepeatedField(field.asGroupType()) ? list(inner) : row(inner);
    }

    /** A list is a group around one repeated field, which in turn may be a group around the element. */
    private static boolean wrapsOneRepeatedField(GroupType type) {
        return type.getFieldCount() == 1 && type.getType(0).isRepetition(Type.Repetition.REPEATED);
    }

    private static List<Object> list(Group list) {
        Type repeated = list.getType().getType(0);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
            boolean wrapped = !repeated.isPrimitive() && repeated.asGroupType().getFieldCount() == 1;
            if (wrapped) {
                Group element = list.getGroup(0, i);
                values.add(value(element, element.getType().getType(0)));
            } else {
                values.add(single(list, repeated, 0, i));
            }
        }
        return values;
    }

    private static Object primitive(Group group, PrimitiveType type, int index, int occurrence) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        boolean text = logical == null
                || logical instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
                || logical instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation
                || logical instanceof LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
        if (!text && !(logical instanceof LogicalTypeAnnotation.IntLogicalTypeAnnotation)) {
            return new UnreadValue("a value of the type "
                    + logical.toString().toLowerCase(Locale.ROOT).replaceFirst("\\(.*", ""));
        }
        return switch (type.getPrimitiveTypeName()) {
            case INT32 -> group.getInteger(index, occurrence);
            case INT64 -> group.getLong(index, occurrence);
            case FLOAT -> group.getFloat(index, occurrence);
            case DOUBLE -> group.getDouble(index, occurrence);
            case BOOLEAN -> group.getBoolean(index, occurrence);
            case INT96 -> new UnreadValue("a value of the type timestamp");
            case BINARY, FIXED_LEN_BYTE_ARRAY ->
                text(group.getBinary(index, occurrence).toByteBuffer());
        };
    }

    /** Bytes as text, strictly: the library would put substitutes where they are none. */
    private static Object text(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return new UnreadValue("bytes that are not UTF-8");
        }
    }
}
