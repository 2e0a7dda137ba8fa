package org.palimpsest.engine.data;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.palimpsest.engine.data.LoadOptions.TextUnit;
import org.palimpsest.engine.fault.Excerpt;

/**
 * What a file holds. Its content decides, and what its name or somebody says otherwise is a mistake: text that looks like JSON, CSV,
 * a web page or a pointer is never taken for plain text, whatever it is called.
 *
 * @param encoding of text; meaningless for Parquet
 * @param separator of CSV; meaningless otherwise
 * @param allowed what the file may be by its name, or by what somebody says of it
 */
record FileContent(
        DataFile file, DataFormat format, TextEncoding encoding, Separator separator, Set<DataFormat> allowed) {
    private static final Set<DataFormat> JSON = EnumSet.of(DataFormat.JSON_ARRAY, DataFormat.JSON_LINES);
    private static final Pattern OBJECT =
            Pattern.compile("\\A\\{\\s*(?:[\"'}]|[A-Za-z_]\\w*\\s*:|\\z).*", Pattern.DOTALL);
    private static final Pattern ARRAY = Pattern.compile("\\A\\[\\s*(?:[\\[{\"'\\]]|\\z).*", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\\p{Cntrl}]|\\\\.)*\"\\s*");
    private static final Pattern COMMENT = Pattern.compile("\\A\\s*(?://|#|/\\*|--|;|%).*", Pattern.DOTALL);

    /**
     * Finds it out.
     *
     * @throws DataException if the file cannot be read, is empty, holds no rows that can be read, or contradicts its name or {@code
     *     options.stated()}
     */
    static FileContent of(Path path, LoadOptions options) {
        DataFile file = DataFile.open(path);
        byte[] head = file.head();
        if (head.length >= 4 && head[0] == 'P' && head[1] == 'A' && head[2] == 'R' && head[3] == '1') {
            return parquet(file, options);
        }
        TextEncoding encoding = TextEncoding.of(path, head);
        if (encoding == TextEncoding.UTF_8) {
            BinaryKind.refuse(file);
        }
        String text = encoding.look(head);
        StandIn.refuse(path, text);
        if (encoding.isUtf8()) {
            BinaryKind.requireText(file);
        }
        if (text.isBlank() && file.isWhole()) {
            throw DataException.in(path, "is empty; expected at least one row");
        }
        return new FileContent(file, DataFormat.TEXT, encoding, Separator.COMMA, claimed(file, options))
                .told(text, options);
    }

    private static FileContent parquet(DataFile file, LoadOptions options) {
        if (file.compression().isPresent()) {
            throw DataException.in(file.path(), "is Parquet inside of another compression; unpack it once");
        }
        return new FileContent(file, DataFormat.PARQUET, TextEncoding.UTF_8, Separator.COMMA, claimed(file, options))
                .agreed(options, "begins with the mark of Parquet");
    }

    private FileContent told(String text, LoadOptions options) {
        String stripped = text.stripLeading();
        if (OBJECT.matcher(stripped).matches() || ARRAY.matcher(stripped).matches() || claimsJson(stripped)) {
            return as(json(stripped)).agreed(options, where(text));
        }
        refuseCommentedJson(text);
        if (allowed.equals(Set.of(DataFormat.CSV))) {
            Separator usual = file.ending().matches("\\.(tsv|tab)") ? Separator.TAB : Separator.COMMA;
            return new FileContent(file, DataFormat.CSV, encoding, Separator.of(text, usual, file.isWhole()), allowed)
                    .agreed(options, where(text));
        }
        if (stripped.charAt(0) == '"' && isLinesOfStrings(stripped)) {
            return as(DataFormat.JSON_LINES).agreed(options, where(text));
        }
        Optional<Separator> separator = Separator.seenIn(text, file.isWhole());
        if (separator.isPresent()) {
            throw looksLikeCsv(separator.get(), text, options);
        }
        if (file.ending().equals(".parquet") && options.stated().isEmpty()) {
            throw BinaryKind.noParquet(file.path());
        }
        return as(DataFormat.TEXT).agreed(options, where(text));
    }

    private FileContent as(DataFormat found) {
        return new FileContent(file, found, encoding, separator, allowed);
    }

    /** What begins with a brace is read as JSON where JSON is promised, so that its mistake is named as one of JSON. */
    private boolean claimsJson(String stripped) {
        return JSON.containsAll(allowed) && (stripped.startsWith("{") || stripped.startsWith("["));
    }

    /** An object may be a row among others or hold all rows; which, is known when it has been read. */
    private DataFormat json(String stripped) {
        boolean document = stripped.charAt(0) == '[' || allowed.equals(Set.of(DataFormat.JSON_ARRAY));
        return document ? DataFormat.JSON_ARRAY : DataFormat.JSON_LINES;
    }

    private boolean isLinesOfStrings(String stripped) {
        List<String> lines = stripped.lines().filter(line -> !line.isBlank()).toList();
        // The last line of a beginning may be cut.
        return lines.stream()
                .limit(file.isWhole() ? lines.size() : Math.max(1, lines.size() - 1))
                .allMatch(line -> STRING.matcher(line.strip()).matches());
    }

    /** What somebody says of the file or else its name; everything where both say nothing. */
    private static Set<DataFormat> claimed(DataFile file, LoadOptions options) {
        if (!options.stated().isEmpty()) {
            return options.stated();
        }
        return switch (file.ending()) {
            case ".json", ".jsonl", ".ndjson" -> JSON;
            case ".csv", ".tsv", ".tab", ".psv" -> EnumSet.of(DataFormat.CSV);
            case ".parquet", ".pq" -> EnumSet.of(DataFormat.PARQUET);
            case ".txt", ".text", ".md" -> EnumSet.of(DataFormat.TEXT);
            default -> EnumSet.allOf(DataFormat.class);
        };
    }

    private FileContent agreed(LoadOptions options, String seen) {
        if (allowed.contains(format)) {
            return this;
        }
        if (!options.stated().isEmpty()) {
            throw DataException.in(
                    file.path(),
                    "is %s (%s), but the recipe says %s; correct \"format\" or leave it out"
                            .formatted(format.words(), seen, words(allowed)));
        }
        boolean lines = file.ending().matches("\\.(jsonl|ndjson)");
        if (format != DataFormat.TEXT) {
            throw DataException.in(file.path(), contradiction(format.words(), seen, format));
        }
        if (!lines) {
            throw DataException.in(
                    file.path(),
                    "is named %s but begins with %s, which is not %s; expected a JSON array, JSON Lines, CSV, Parquet or plain text in UTF-8, each named as what it is"
                            .formatted(file.ending(), seen.replaceFirst("^line 1 is ", ""), words(allowed)));
        }
        if (options.unit().equals(Optional.of(TextUnit.LINE))) {
            return this;
        }
        throw DataException.in(
                file.path(),
                "is named %s, but is plain text: %s. So named, a file of one text a line serves as alternate answers only; name it .txt, or say \"format\": \"text\" in the recipe"
                        .formatted(file.ending(), seen));
    }

    private String contradiction(String words, String seen, DataFormat kind) {
        return "looks like %s (%s), but is named %s; name it %s, or say \"format\": \"%s\" in the recipe"
                .formatted(
                        words,
                        seen,
                        file.ending().isEmpty() ? "without an ending" : file.ending(),
                        kind.ending(),
                        kind.key());
    }

    private DataException looksLikeCsv(Separator found, String text, LoadOptions options) {
        String seen = "%s, with %s between cells".formatted(where(text), found.words());
        if (options.stated().isEmpty()) {
            return DataException.in(file.path(), contradiction("CSV", seen, DataFormat.CSV));
        }
        return DataException.in(
                file.path(),
                "looks like CSV (%s), but the recipe says %s; correct \"format\" or leave it out"
                        .formatted(seen, words(allowed)));
    }

    private static String words(Set<DataFormat> formats) {
        return formats.equals(JSON)
                ? "JSON"
                : formats.stream().sorted().map(DataFormat::words).collect(Collectors.joining(" or "));
    }

    /** Which line says so, and how it reads. */
    private static String where(String text) {
        List<String> lines = text.lines().toList();
        int first = 0;
        while (first < lines.size() - 1 && lines.get(first).isBlank()) {
            first++;
        }
        return "line %d is %s"
                .formatted(
                        first + 1,
                        Excerpt.of(lines.isEmpty() ? "" : lines.get(first).strip()));
    }

    /** Refuses JSON that stands behind comments. */
    private void refuseCommentedJson(String text) {
        if (!COMMENT.matcher(text).matches()) {
            return;
        }
        List<String> lines = text.lines().toList();
        boolean block = false;
        int comment = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean commented = block || COMMENT.matcher(line).matches();
            if (commented) {
                comment = comment < 0 ? i : comment;
                block = (block || line.startsWith("/*")) && !line.contains("*/");
            } else if (!line.isEmpty()) {
                if (OBJECT.matcher(line).matches() || ARRAY.matcher(line).matches()) {
                    throw DataException.in(
                            file.path(),
                            "line %d is the comment %s, which JSON does not have; JSON begins at line %d. Take the comment out"
                                    .formatted(
                                            comment + 1,
                                            Excerpt.of(lines.get(comment).strip()),
                                            i + 1));
                }
                return;
            }
        }
    }
}
