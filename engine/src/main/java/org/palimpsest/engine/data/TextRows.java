package org.palimpsest.engine.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.palimpsest.engine.data.LoadOptions.TextUnit;

/** Rows of plain text: the file, its paragraphs or its lines; blank ones are left out. */
final class TextRows {
    private TextRows() {}

    static List<Map<String, Object>> read(Path file, Optional<TextUnit> unit) {
        String content = content(file);
        boolean text =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".txt");
        Stream<String> texts =
                switch (unit.orElse(text ? TextUnit.FILE : TextUnit.LINE)) {
                    case FILE -> Stream.of(content);
                    case PARAGRAPH -> Stream.of(content.split("\\R\\s*\\R"));
                    case LINE -> content.lines();
                };
        return texts.map(String::strip)
                .filter(row -> !row.isEmpty())
                .map(row -> Map.<String, Object>of(Table.ONLY, row))
                .toList();
    }

    /** The file's text, without the mark that some programs put in front. */
    static String content(Path file) {
        try {
            String content = Files.readString(file);
            return content.startsWith("\ufeff") ? content.substring(1) : content;
        } catch (CharacterCodingException e) {
            throw DataException.in(file, "is not UTF-8; save it in that encoding", e);
        } catch (IOException e) {
            throw DataException.in(file, "cannot be read (" + e + ")", e);
        }
    }
}
