package org.palimpsest.engine.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Rows of a comma-separated file (RFC 4180) or, named {@code .tsv}, a tab-separated one, whose first line names the
 * columns. A cell that is a JSON array of strings is a list.
 */
final class CsvRows {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CsvRows() {}

    static List<Map<String, Object>> read(Path file) {
        boolean tabs =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".tsv");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(tabs ? '\t' : ',')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        List<Map<String, Object>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(TextRows.content(file)), format)) {
            for (CSVRecord cells : parser) {
                rows.add(row(file, parser.getHeaderNames(), cells, parser.getCurrentLineNumber()));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw DataException.in(file, "broken CSV after row %d (%s)".formatted(rows.size() - 1, e.getMessage()), e);
        }
        return rows;
    }

    private static Map<String, Object> row(Path file, List<String> columns, CSVRecord cells, long line) {
        if (!cells.isConsistent()) {
            throw DataException.in(
                    file,
                    "row %d (line %d) has %d cells, but the first line names %d columns; put cells with commas in quotes"
                            .formatted(cells.getRecordNumber() - 1, line, cells.size(), columns.size()));
        }
        Map<String, Object> row = new LinkedHashMap<>();
        columns.forEach(column -> row.put(column, value(cells.get(column))));
        return row;
    }

    private static Object value(String cell) {
        if (cell.startsWith("[") && cell.endsWith("]")) {
            try {
                return List.of(MAPPER.readValue(cell, String[].class));
            } catch (JsonProcessingException noArray) {
                return cell;
            }
        }
        return cell.isEmpty() ? null : cell;
    }
}
