package org.palimpsest.engine.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Rows of a Parquet file: texts, numbers and lists of them, in the layouts that Arrow, Spark and their elders write. */
final class ParquetRows {
    private ParquetRows() {}

    static List<Map<String, Object>> read(Path file) {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        List<Map<String, Object>> rows = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records = columns.getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    rows.add(row(records.read()));
                }
            }
            return rows;
        } catch (IOException | RuntimeException | LinkageError e) {
            // A codec whose library is not shipped ends in a linkage error deep inside the reader.
            throw DataException.in(
                    file,
                    "this Parquet file cannot be read after row %d (%s); it is cut off, damaged or compressed otherwise than with Snappy or Zstandard"
                            .formatted(rows.size() - 1, e),
                    e);
        }
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
            return primitive(group, field.asPrimitiveType().getPrimitiveTypeName(), index, occurrence);
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

    private static Object primitive(Group group, PrimitiveTypeName type, int index, int occurrence) {
        return switch (type) {
            case INT32 -> group.getInteger(index, occurrence);
            case INT64 -> group.getLong(index, occurrence);
            case FLOAT -> group.getFloat(index, occurrence);
            case DOUBLE -> group.getDouble(index, occurrence);
            case BOOLEAN -> group.getBoolean(index, occurrence);
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 ->
                group.getBinary(index, occurrence).toStringUsingUTF8();
        };
    }
}
