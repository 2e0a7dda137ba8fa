package org.palimpsest.engine.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.palimpsest.engine.fault.Excerpt;

/**
 * Rows of a table (RFC 4180, with any {@link Separator}) whose first line names the columns. A cell that is a list of texts, as JSON
 * or Python write it, is one. A column without a name is left out: it is what programs write that number their rows.
 */
final class CsvRows {
    private final FileContent content;
    private final RowCollector rows;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    /** The line at which the record that is being read begins. */
    private long begin = 1;

    private CsvRows(FileContent content, RowCollector rows, CSVParser parser) {
        this.content = content;
        this.rows = rows;
        this.parser = parser;
        this.records = parser.iterator();
    }

    /** @return what a person should know of the columns */
    static List<String> read(FileContent content, RowCollector rows) {
        try (StrictReader text = StrictReader.of(content.file(), content.encoding());
                CSVParser parser = CSVParser.parse(text, content.separator().format())) {
            return new CsvRows(content, rows, parser).read();
        } catch (IOException e) {
            throw ReadFailure.of(content.file().path(), content.file().compression(), e);
        }
    }

    private List<String> read() {
        CSVRecord first = next(true);
        if (first != null && String.join("", first.toList()).matches("(?i)sep=.?\\s*")) {
            // A line with which spreadsheets tell each other the separator.
            first = next(true);
        }
        List<String> names =
                first == null ? List.of() : first.stream().map(String::strip).toList();
        List<String> remarks = look(names);
        for (CSVRecord cells = next(false); cells != null; cells = next(false)) {
            rows.add(row(names, cells));
        }
        if (rows.size() == 0) {
            names.stream().filter(name -> !name.isEmpty()).forEach(rows::column);
        }
        return remarks;
    }

    /** Checks the first line. */
    private List<String> look(List<String> names) {
        Set<String> seen = new HashSet<>();
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                remarks.add("column %d has no name and is left out".formatted(i + 1));
            } else if (!seen.add(name)) {
                throw wrong(
                        "names the column \"%s\" twice (columns %d and %d); which of them is meant is unknown: rename one"
                                .formatted(name, names.indexOf(name) + 1, i + 1));
            }
        }
        if (!names.isEmpty() && seen.isEmpty()) {
            throw wrong("names no column in its first line");
        }
        return remarks;
    }

    /** The next record that is not blank; null at the end. */
    private CSVRecord next(boolean header) {
        try {
            begin = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (record.size() > 1 || !record.get(0).isBlank()) {
                    return record;
                }
                begin = parser.getCurrentLineNumber() + 1;
            }
            return null;
        } catch (UncheckedIOException e) {
            String message = String.valueOf(e.getMessage());
            String place = header ? "line %d".formatted(begin) : "row %d (line %d)".formatted(rows.size(), begin);
            throw DataException.in(
                    content.file().path(),
                    message.contains("EOF")
                            ? "%s opens a quote that is never closed; close it, or write a quote within a cell twice"
                                    .formatted(place)
                            : "%s goes on behind a closing quote; write quotes within a quoted cell twice"
                                    .formatted(place),
                    e);
        }
    }

    private Map<String, Object> row(List<String> names, CSVRecord cells) {
        if (cells.size() != names.size()) {
            String sign = content.separator().words();
            String comment = names.get(0).matches("(?s)(#|//|--).*")
                    ? " (%s; is it a comment? take it out)".formatted(Excerpt.of(names.get(0)))
                    : "";
            throw wrong(
                    "row %d (line %d) has %d cells, but the first line names %d columns%s; put cells with %s in quotes"
                            .formatted(rows.size(), begin, cells.size(), names.size(), comment, sign));
        }
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String cell = cells.get(i);
            if (!names.get(i).isEmpty()) {
                row.put(
                        names.get(i),
                        cell.isEmpty()
                                ? null
                                : ListText.parse(cell).<Object>map(list -> list).orElse(cell));
            }
        }
        return row;
    }

    private DataException wrong(String message) {
        return DataException.in(content.file().path(), message);
    }
}
