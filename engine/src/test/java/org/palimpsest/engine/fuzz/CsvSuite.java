package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Questions and answers as tables of text: separators, quotes, heads, encodings, cells, names, damage. */
final class CsvSuite implements Suite {
    private static final String FILE = "facts.csv";
    private static final List<String> COLUMNS = List.of("question", "answer", "paraphrased_answer", "perturbed_answer");

    private final Base base = DataRows.base("csv", DataRows.file(FILE, text(table(DataRows.json()), ",")));

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public Trial draw(Random random) {
        String text = text(table(DataRows.json()), ",");
        Mutation mutation =
                switch (random.nextInt(8)) {
                    case 0, 1 -> cell(random);
                    case 2, 3 -> head(random);
                    case 4, 5 -> layout(random);
                    case 6 ->
                        of(
                                random.nextBoolean()
                                        ? TextChanges.encoded(random, text)
                                        : TextChanges.damaged(random, TextChanges.utf8(text)));
                    default -> {
                        String name = Draw.one(
                                random,
                                "facts.json",
                                "facts.jsonl",
                                "facts.txt",
                                "facts.tsv",
                                "facts.dat",
                                "facts",
                                "facts.parquet",
                                "facts.csv.gz");
                        yield Mutation.of("named " + name, DataRows.file(name, text), name, Allowed.SAME_OR_REFUSED);
                    }
                };
        return new Trial(base, mutation);
    }

    private static Mutation of(TextChanges.Change change) {
        return Mutation.of(change.what(), DataRows.file(FILE, change.bytes()), FILE, change.allowed());
    }

    private static Mutation mutation(String what, String text, Allowed allowed) {
        return Mutation.of(what, DataRows.file(FILE, text), FILE, allowed);
    }

    /** The head and the rows, cells not yet in quotes; a list is JSON. */
    private static List<List<String>> table(List<ObjectNode> rows) {
        List<List<String>> table = new ArrayList<>();
        table.add(new ArrayList<>(COLUMNS));
        for (ObjectNode row : rows) {
            table.add(COLUMNS.stream()
                    .map(row::path)
                    .map(cell -> cell.isArray() ? OddJson.write(cell) : cell.asText(""))
                    .collect(Collectors.toCollection(ArrayList::new)));
        }
        return table;
    }

    private static String text(List<List<String>> table, String separator) {
        return table.stream()
                .map(row -> row.stream()
                        .map(cell ->
                                cell.matches("(?s).*[\"\n\r\t;|'].*") || cell.contains(separator) ? quoted(cell) : cell)
                        .collect(Collectors.joining(separator)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static Mutation cell(Random random) {
        List<ObjectNode> rows = DataRows.json();
        int row = random.nextInt(rows.size());
        List<List<String>> table = table(rows);
        int column = random.nextInt(COLUMNS.size());
        String name = COLUMNS.get(column);
        return switch (random.nextInt(7)) {
            case 0 -> {
                table.get(row + 1).set(column, "");
                List<ObjectNode> without = DataRows.json();
                without.get(row).remove(name);
                Allowed allowed = column < 2 ? Allowed.TOLD_OR_REFUSED : Allowed.like(DataRows.plain(without));
                yield mutation("row %d: %s is empty".formatted(row, name), text(table, ","), allowed);
            }
            case 1 -> {
                table.get(row + 1).set(column, "   ");
                yield mutation(
                        "row %d: %s is blank".formatted(row, name),
                        text(table, ","),
                        column < 2 ? Allowed.TOLD_OR_REFUSED : Allowed.ANYTHING);
            }
            case 2 -> {
                List<List<String>> lists = table(rows);
                for (int i = 0; i < rows.size(); i++) {
                    JsonNode wrong = rows.get(i).path("perturbed_answer");
                    lists.get(i + 1).set(3, wrong.isArray() ? python(wrong) : "");
                }
                yield mutation("lists as Python writes them", text(lists, ","), Allowed.SAME_OR_REFUSED);
            }
            case 3 -> {
                String odd = Draw.one(
                        random,
                        "[\"a\", \"b\"",
                        "['a', 'b'",
                        "[1, 2]",
                        "[\"a\", 2]",
                        "[None]",
                        "array(['a'], dtype=object)",
                        "['a' 'b']",
                        "[]",
                        "{}",
                        "[['a']]");
                table.get(row + 1).set(3, odd);
                yield mutation("row %d: the list is %s".formatted(row, odd), text(table, ","), Allowed.ANYTHING);
            }
            case 4 -> {
                table.get(row + 1).remove(column);
                yield mutation("row %d has a cell too few".formatted(row), text(table, ","), Allowed.TOLD_OR_REFUSED);
            }
            case 5 -> {
                table.get(row + 1).add(column, "more");
                yield mutation("row %d has a cell too many".formatted(row), text(table, ","), Allowed.TOLD_OR_REFUSED);
            }
            default -> {
                String text = text(table, ",");
                List<Integer> quotes = new ArrayList<>();
                for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
                    quotes.add(i);
                }
                int at = Draw.one(random, quotes);
                yield mutation(
                        "the quote at character %d is missing".formatted(at),
                        text.substring(0, at) + text.substring(at + 1),
                        // A quote within quotes may be one of a pair, and then a cell reads otherwise.
                        text.startsWith("\"\"", at) || (at > 0 && text.charAt(at - 1) == '"')
                                ? Allowed.ANYTHING
                                : Allowed.TOLD_OR_REFUSED);
            }
        };
    }

    private static String python(JsonNode list) {
        List<String> items = new ArrayList<>();
        list.forEach(item -> {
            String text = item.asText().replace("\\", "\\\\").replace("\n", "\\n");
            items.add(text.contains("'") ? "\"" + text + "\"" : "'" + text + "'");
        });
        return "[" + String.join(", ", items) + "]";
    }

    private static Mutation head(Random random) {
        List<List<String>> table = table(DataRows.json());
        return switch (random.nextInt(8)) {
            case 0 -> {
                for (int i = 0; i < table.size(); i++) {
                    table.get(i).add(0, i == 0 ? "" : Integer.toString(i - 1));
                }
                yield mutation("a first column without a name", text(table, ","), Allowed.SAME_OR_REFUSED);
            }
            case 1 -> {
                String twice = Draw.one(random, "question", "answer");
                table.forEach(row -> row.add("other"));
                table.get(0).set(4, twice);
                yield mutation("two columns named " + twice, text(table, ","), Allowed.TOLD_OR_REFUSED);
            }
            case 2 -> {
                table.forEach(row -> row.add("x"));
                table.get(0).set(4, Draw.one(random, "", " ", "id", "text", "Unnamed: 0"));
                yield mutation(
                        "a column nobody needs, named \"%s\""
                                .formatted(table.get(0).get(4)),
                        text(table, ","),
                        Allowed.SAME_OR_REFUSED);
            }
            case 3 -> {
                table.remove(0);
                yield mutation("no head", text(table, ","), Allowed.TOLD_OR_REFUSED);
            }
            case 4 -> {
                int column = random.nextInt(2);
                String name = COLUMNS.get(column);
                String other = Draw.one(
                        random,
                        name.toUpperCase(java.util.Locale.ROOT),
                        " " + name,
                        name + " ",
                        "'" + name + "'",
                        "\u00a0" + name,
                        "q");
                table.get(0).set(column, other);
                yield mutation("%s is named \"%s\"".formatted(name, other), text(table, ","), Allowed.SAME_OR_REFUSED);
            }
            case 5 -> mutation("nothing but its head", text(table.subList(0, 1), ","), Allowed.TOLD_OR_REFUSED);
            case 6 -> {
                Collections.swap(table.get(0), 0, 2);
                table.subList(1, table.size()).forEach(row -> Collections.swap(row, 0, 2));
                yield mutation("columns in another order", text(table, ","), Allowed.SAME);
            }
            default ->
                mutation(
                        "a line above its head",
                        Draw.one(random, "# made by hand\n", "sep=,\n", "\n\n", "Facts\n", ",,,\n") + text(table, ","),
                        Allowed.SAME_OR_REFUSED);
        };
    }

    private static Mutation layout(Random random) {
        List<List<String>> table = table(DataRows.json());
        String text = text(table, ",");
        return switch (random.nextInt(8)) {
            case 0 -> {
                String separator = Draw.one(random, ";", "\t", "|", ":", "\u001f");
                yield mutation(
                        "\"%s\" between cells".formatted(separator.equals("\u001f") ? "unit separator" : separator),
                        text(table, separator),
                        Allowed.SAME_OR_REFUSED);
            }
            case 1 ->
                mutation(
                        "every cell in quotes",
                        table.stream()
                                .map(row -> row.stream().map(CsvSuite::quoted).collect(Collectors.joining(",")))
                                .collect(Collectors.joining("\n")),
                        Allowed.SAME);
            case 2 ->
                mutation(
                        "the lines of Windows",
                        table.stream()
                                .map(row -> text(List.of(row), ",").strip())
                                .collect(Collectors.joining("\r\n")),
                        Allowed.SAME);
            case 3 ->
                mutation(
                        "blank lines between",
                        table.stream()
                                .map(row -> text(List.of(row), ",").strip())
                                .collect(Collectors.joining("\n\n")),
                        Allowed.SAME);
            case 4 -> mutation("no line end at its end", text.strip(), Allowed.SAME);
            case 5 ->
                mutation(
                        "quotes by backslash",
                        table.stream()
                                .map(row -> row.stream()
                                        .map(cell -> "\"" + cell.replace("\"", "\\\"") + "\"")
                                        .collect(Collectors.joining(",")))
                                .collect(Collectors.joining("\n")),
                        Allowed.SAME_OR_REFUSED);
            case 6 ->
                mutation(
                        "a blank behind each separator",
                        table.stream()
                                .map(row -> row.stream().map(CsvSuite::quoted).collect(Collectors.joining(", ")))
                                .collect(Collectors.joining("\n")),
                        Allowed.SAME_OR_REFUSED);
            default ->
                mutation(
                        "a separator behind each line",
                        table.stream()
                                .map(row -> text(List.of(row), ",").strip() + ",")
                                .collect(Collectors.joining("\n")),
                        Allowed.SAME_OR_REFUSED);
        };
    }
}
