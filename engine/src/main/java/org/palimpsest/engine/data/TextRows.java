package org.palimpsest.engine.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.palimpsest.engine.data.LoadOptions.TextUnit;
import org.palimpsest.engine.fault.Excerpt;

/** Rows of plain text: the file, its paragraphs or its lines; blank ones are left out. A line that is a JSON object is no plain text. */
final class TextRows {
    private static final Pattern MEMBER = Pattern.compile("\"[^\"]{1,100}\"\\s*:.*");

    private final FileContent content;
    private final RowCollector rows;
    private final StringBuilder text = new StringBuilder();

    private TextRows(FileContent content, RowCollector rows) {
        this.content = content;
        this.rows = rows;
    }

    static void read(FileContent content, Optional<TextUnit> unit, RowCollector rows) {
        boolean book = content.file().ending().equals(".txt");
        try (Reader reader = StrictReader.of(content.file(), content.encoding())) {
            new TextRows(content, rows)
                    .read(new BufferedReader(reader), unit.orElse(book ? TextUnit.FILE : TextUnit.LINE));
        } catch (IOException e) {
            throw ReadFailure.of(content.file().path(), content.file().compression(), e);
        }
    }

    private void read(BufferedReader reader, TextUnit unit) throws IOException {
        StringBuilder line = new StringBuilder();
        int number = 1;
        boolean lastWasReturn = false;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n' && lastWasReturn) {
                // The second half of a line's end.
                text.append('\n');
                lastWasReturn = false;
                continue;
            }
            lastWasReturn = c == '\r';
            if (c != '\n' && c != '\r') {
                line.append((char) c);
                continue;
            }
            line(line.toString(), number, unit);
            text.append((char) c);
            line.setLength(0);
            number++;
        }
        line(line.toString(), number, unit);
        row();
    }

    private void line(String line, int number, TextUnit unit) {
        refuseJson(line.strip(), number);
        if (unit == TextUnit.LINE || (unit == TextUnit.PARAGRAPH && line.isBlank())) {
            text.append(line);
            row();
        } else {
            text.append(line);
        }
    }

    private void row() {
        String row = text.toString().strip();
        if (!row.isEmpty()) {
            rows.add(Map.of(Table.ONLY, row));
        }
        text.setLength(0);
    }

    /** Prose has no line that is a JSON object with texts as keys; a file that has one is a data set with something in front of it. */
    private void refuseJson(String line, int number) {
        if (line.startsWith("{")
                && (line.endsWith("}") || line.endsWith("},"))
                && MEMBER.matcher(line.substring(1).stripLeading()).matches()) {
            throw DataException.in(
                    content.file().path(),
                    "line %d is a JSON object (%s), but what stands before it is plain text; take that out and name the file .jsonl"
                            .formatted(number, Excerpt.of(line)));
        }
    }
}
