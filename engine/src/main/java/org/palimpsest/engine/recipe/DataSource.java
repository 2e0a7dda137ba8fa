package org.palimpsest.engine.recipe;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of examples.
 *
 * @param path relative paths are taken from the recipe's folder
 * @param format how to read the file
 * @param columns the file's column for each of the engine's fields ({@code question} → {@code q}); fields not named here
 *     are looked for under their own names
 * @param rows which rows to take, counted from 0, both ends included ({@code 0-39,45}); null takes all
 */
public record DataSource(String path, DataFormat format, Map<String, String> columns, String rows) {

    /** What columns can hold; the last is for plain texts. */
    public static final List<String> FIELDS =
            List.of("question", "answer", "paraphrased_question", "paraphrased_answer", "perturbed_answer", "text");

    public DataSource {
        format = format == null ? DataFormat.AUTO : format;
        // Keeps the order of the file, so that writing a recipe back changes nothing.
        columns = columns == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** All rows of a file whose format its name tells and whose columns carry the engine's names. */
    public static DataSource of(String path) {
        return new DataSource(path, null, null, null);
    }

    public DataSource withRows(String other) {
        return new DataSource(path, format, columns, other);
    }

    static DataSource resolved(Path folder, DataSource source) {
        return source == null
                ? null
                : new DataSource(Models.resolved(folder, source.path), source.format, source.columns, source.rows);
    }
}
