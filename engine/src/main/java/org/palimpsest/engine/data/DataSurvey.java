package org.palimpsest.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.palimpsest.engine.fault.Excerpt;

/**
 * What a file of rows could serve as. Columns under other names than the usual are recognised; what is absent is said with what it is
 * needed for.
 *
 * @param rows number of rows
 * @param columns the file's columns; none where each row is one text
 * @param fields the column that serves as each role of {@link ColumnMapping}, by role
 * @param sample the first rows by column, long texts cut
 * @param remarks what a person should know before using it
 */
public record DataSurvey(
        Path source,
        DataFormat format,
        int rows,
        List<String> columns,
        Map<String, String> fields,
        List<Map<String, String>> sample,
        List<String> remarks) {
    private static final int SAMPLED_ROWS = 5;
    private static final int LONGEST_SAMPLE = 400;
    private static final ColumnMapping ROLES = ColumnMapping.DEFAULT;
    private static final Pattern NAMED_LINES =
            Pattern.compile(".*\\.(jsonl|ndjson)(\\.gz|\\.gzip|\\.zst)?", Pattern.CASE_INSENSITIVE);

    /**
     * Looks at a file.
     *
     * @throws DataException if it cannot be read, is empty, or a row holds what its column must not
     */
    public static DataSurvey of(Path file) {
        LoadOptions options = LoadOptions.DEFAULT.withGaps(LoadOptions.Gaps.LEFT_OUT);
        if (NAMED_LINES.matcher(String.valueOf(file.getFileName())).matches()) {
            options = options.withUnit(LoadOptions.TextUnit.LINE);
        }
        Table table = Table.read(file, options, SAMPLED_ROWS);
        if (table.rows().isEmpty()) {
            throw DataException.in(file, "holds no rows; expected at least one");
        }
        Set<String> present = table.columns();
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>(table.remarks());
        if (present.equals(Set.of(Table.ONLY))
                || (!present.contains(ROLES.question()) && present.contains(ROLES.text()))) {
            texts(table, options, fields, remarks);
        } else {
            questions(table, options, fields, remarks);
        }
        return new DataSurvey(
                file,
                table.format(),
                table.rows().size(),
                present.stream().filter(column -> !column.equals(Table.ONLY)).toList(),
                fields,
                table.rows().stream().limit(SAMPLED_ROWS).map(DataSurvey::row).toList(),
                List.copyOf(remarks));
    }

    private static void texts(Table table, LoadOptions options, Map<String, String> fields, List<String> remarks) {
        if (table.columns().contains(ROLES.text())) {
            fields.put(ROLES.text(), ROLES.text());
        }
        DataLoader.of(table, options);
        if (table.format() == DataFormat.TEXT && options.unit().isPresent()) {
            remarks.add(
                    "plain text named as JSON Lines are: fit as alternate answers (\"alternates\"), one a line; as another set it is refused until it is named .txt");
            return;
        }
        remarks.add(
                "plain texts without questions: fit for training and forgetting, but metrics that ask questions need a file of those beside it");
    }

    private static void questions(Table table, LoadOptions options, Map<String, String> fields, List<String> remarks) {
        Set<String> present = table.columns();
        boolean usable =
                needed(ROLES.question(), present, fields, remarks) & needed(ROLES.answer(), present, fields, remarks);
        optional(ROLES.paraphrasedQuestion(), present, fields);
        if (!optional(ROLES.paraphrasedAnswer(), present, fields)) {
            remarks.add("no column \"%s\" (the answer in other words): the truth ratio takes the answer itself instead"
                    .formatted(ROLES.paraphrasedAnswer()));
        }
        if (!optional(ROLES.perturbedAnswers(), present, fields)) {
            remarks.add(
                    "no column \"%s\" (a list of wrong answers): truth ratio, and with it model utility and forget quality, cannot be measured on this set"
                            .formatted(ROLES.perturbedAnswers()));
        }
        if (!usable) {
            return;
        }
        LoadOptions mapped = options.withColumns(ColumnMapping.of(fields));
        // Columns under other names than the usual were passed over, so the file is read again for them.
        Table complete = mapped.columns().equals(ROLES) ? table : Table.read(table.file(), mapped, 0);
        DataSet set = DataLoader.of(complete, mapped);
        remarks.addAll(set.remarks());
        if (set.size() < table.rows().size()) {
            remarks.add("as a forget or retain set the file is refused until rows without an answer are taken out");
        }
        Set<String> asked = new HashSet<>();
        long again = set.questions().stream()
                .filter(row -> !asked.add(row.question()))
                .count();
        if (again > 0) {
            remarks.add("%d of %d questions have been asked in a row before".formatted(again, set.size()));
        }
    }

    /** Finds the column of a role that no question can do without. */
    private static boolean needed(String role, Set<String> present, Map<String, String> fields, List<String> remarks) {
        if (optional(role, present, fields)) {
            return true;
        }
        Optional<String> meant = AbsentColumn.nearest(role, present);
        if (meant.isPresent() && !fields.containsValue(meant.get())) {
            fields.put(role, meant.get());
            remarks.add("no column \"%s\"; \"%s\" is taken for it. A recipe says so with \"columns\": {\"%s\": \"%s\"}"
                    .formatted(role, meant.get(), role, meant.get()));
            return true;
        }
        remarks.add(
                "no column \"%s\"; the columns are %s. Neither a forget nor a retain set can be made of this file until a recipe names one: \"columns\": {\"%s\": …}"
                        .formatted(role, AbsentColumn.listed(present), role));
        return false;
    }

    private static boolean optional(String role, Set<String> present, Map<String, String> fields) {
        if (present.contains(role)) {
            fields.put(role, role);
            return true;
        }
        return false;
    }

    private static Map<String, String> row(Map<String, Object> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((column, value) -> texts.put(column.equals(Table.ONLY) ? ROLES.text() : column, text(value)));
        return texts;
    }

    private static String text(Object value) {
        String text = value instanceof List<?> list
                ? String.join(" | ", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
        return Excerpt.plain(text, LONGEST_SAMPLE);
    }
}
