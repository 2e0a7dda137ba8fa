package org.palimpsest.app.experiment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.palimpsest.app.form.SettingField;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.engine.recipe.DataFormat;
import org.palimpsest.engine.recipe.DataSource;

/** One file of data: where it lies, and how it is read. */
final class SourceForm {
    private final SettingsFormModel path;
    private final SettingsFormModel reading;
    private Map<String, String> columns = Map.of();

    SourceForm(DataRole role, Consumer<Edit> edits) {
        path = new SettingsFormModel(
                Sheet.of("data", "/properties/data").key(role.key(), "").card(), Map.of(), edits);
        reading = new SettingsFormModel(
                Sheet.of("source", "/$defs/dataSource")
                        .key("rows", "")
                        .key("format")
                        .text("questionColumn", ExperimentWords.meaning("questionColumn"))
                        .text("answerColumn", ExperimentWords.meaning("answerColumn"))
                        .card(),
                Map.of(),
                edits);
    }

    SettingField path() {
        return path.fields().get(0);
    }

    /** Rows, format and columns. */
    SettingsFormModel reading() {
        return reading;
    }

    SettingsFormModel pathForm() {
        return path;
    }

    void load(DataSource source) {
        path.set(Map.of(path().parameter().name(), source == null ? "" : source.path()));
        columns = source == null ? Map.of() : source.columns();
        reading.set(
                source == null
                        ? Map.of()
                        : Map.of(
                                "rows", source.rows() == null ? "" : source.rows(),
                                "format", source.format().name().toLowerCase(Locale.ROOT),
                                "questionColumn", columns.getOrDefault("question", ""),
                                "answerColumn", columns.getOrDefault("answer", "")));
    }

    /** Null while no path is given. */
    DataSource source() {
        String file = path().text().get().strip();
        if (file.isEmpty()) {
            return null;
        }
        Map<String, Object> how = reading.values().get();
        Map<String, String> mapped = new LinkedHashMap<>(columns);
        map(mapped, "question", (String) how.get("questionColumn"));
        map(mapped, "answer", (String) how.get("answerColumn"));
        String rows = ((String) how.get("rows")).strip();
        return new DataSource(
                file,
                DataFormat.valueOf(((String) how.get("format")).toUpperCase(Locale.ROOT)),
                mapped,
                rows.isEmpty() ? null : rows);
    }

    private static void map(Map<String, String> mapped, String field, String column) {
        if (column.isBlank()) {
            mapped.remove(field);
        } else {
            mapped.put(field, column.strip());
        }
    }
}
