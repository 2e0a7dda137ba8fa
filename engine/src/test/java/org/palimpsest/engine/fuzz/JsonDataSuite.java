package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Questions and answers as one JSON array, or one JSON object a line: layouts, cells, encodings, names, damage. */
final class JsonDataSuite implements Suite {
    private final boolean lines;
    private final String file;
    private final Base base;

    /** @param lines one object a line */
    JsonDataSuite(boolean lines) {
        this.lines = lines;
        file = lines ? "facts.jsonl" : "facts.json";
        base = DataRows.base(name(), DataRows.file(file, text(DataRows.json())));
    }

    @Override
    public String name() {
        return lines ? "jsonl" : "json";
    }

    private String text(List<ObjectNode> rows) {
        return lines
                ? DataRows.lines(rows)
                : "[" + rows.stream().map(OddJson::write).collect(Collectors.joining(",\n")) + "]\n";
    }

    @Override
    public Trial draw(Random random) {
        Mutation mutation =
                switch (random.nextInt(10)) {
                    case 0, 1, 2, 3 -> cell(random);
                    case 4 -> column(random);
                    case 5, 6 -> layout(random);
                    case 7 -> of(TextChanges.encoded(random, text(DataRows.json())));
                    case 8 -> of(TextChanges.damaged(random, TextChanges.utf8(text(DataRows.json()))));
                    default -> named(random);
                };
        return new Trial(base, mutation);
    }

    private Mutation of(TextChanges.Change change) {
        return Mutation.of(change.what(), DataRows.file(file, change.bytes()), file, change.allowed());
    }

    private Mutation mutation(String what, String text, Allowed allowed) {
        return Mutation.of(what, DataRows.file(file, text), file, allowed);
    }

    /** One value of one row is something else. */
    private Mutation cell(Random random) {
        List<ObjectNode> rows = DataRows.json();
        int row = random.nextInt(rows.size());
        String column = Draw.one(random, "question", "answer", "paraphrased_answer", "perturbed_answer");
        boolean needed = column.equals("question") || column.equals("answer");
        boolean list = column.equals("perturbed_answer");
        String raw = Draw.one(
                random,
                "null",
                "\"\"",
                "\"  \\n\"",
                "1984",
                "1.5e300",
                "true",
                "{}",
                "{\"a\": 1}",
                "[]",
                "[[]]",
                "[null]",
                "[1]",
                "[\"\"]",
                "[\"one\"]",
                "[\"one\", \"two\"]",
                "[\"one\", 2]",
                "\"\\ud83d\"",
                "[\"\\ude00\"]",
                "\"\\u0000\"",
                "\"\\u001b[31mred\"",
                "NaN",
                "'text'",
                "\"" + "long ".repeat(40_000) + "\"",
                "[".repeat(3000) + "]".repeat(3000),
                "\"[\\\"a\\\", \\\"b\\\"]\"",
                "undefined",
                "1" + "0".repeat(2000));
        String text = text(rows)
                .replace(OddJson.write(rows.get(row)), OddJson.with(rows.get(row), OddJson.place(column), raw));
        String what = "%s of row %d is %s".formatted(column, row, raw.length() > 60 ? raw.substring(0, 60) + "…" : raw);
        return mutation(what, text, meaning(rows, row, column, raw, needed, list));
    }

    private static Allowed meaning(
            List<ObjectNode> rows, int row, String column, String raw, boolean needed, boolean list) {
        List<ObjectNode> without = copy(rows);
        without.get(row).remove(column);
        if (raw.equals("null") || (list && raw.equals("[]"))) {
            return needed ? Allowed.TOLD_OR_REFUSED : Allowed.like(DataRows.plain(without));
        }
        // An empty answer among those of an evaluation may be left out, if people are told of it.
        if (raw.startsWith("\"\"") || raw.startsWith("\"  ") || raw.equals("[\"\"]")) {
            return needed ? Allowed.TOLD_OR_REFUSED : Allowed.ANYTHING;
        }
        boolean text = raw.equals("\"\\u0000\"")
                || raw.startsWith("\"long")
                || raw.startsWith("\"\\u001b")
                || raw.startsWith("\"[");
        boolean texts = raw.equals("[\"one\", \"two\"]") && list;
        if (text || texts || raw.equals("[\"one\"]")) {
            return Allowed.ANYTHING;
        }
        return Allowed.TOLD_OR_REFUSED;
    }

    private static List<ObjectNode> copy(List<ObjectNode> rows) {
        return rows.stream().map(ObjectNode::deepCopy).collect(Collectors.toCollection(ArrayList::new));
    }

    /** A column is missing in one row or in all, has another name, or stands there twice. */
    private Mutation column(Random random) {
        List<ObjectNode> rows = DataRows.json();
        String column = Draw.one(random, "question", "answer");
        int one = random.nextInt(rows.size());
        return switch (random.nextInt(6)) {
            case 0 -> {
                rows.get(one).remove(column);
                yield mutation("row %d without %s".formatted(one, column), text(rows), Allowed.TOLD_OR_REFUSED);
            }
            case 1 -> {
                rows.forEach(row -> row.remove(column));
                yield mutation("no row with " + column, text(rows), Allowed.TOLD_OR_REFUSED);
            }
            case 2 -> {
                String other = Draw.one(
                        random,
                        column.toUpperCase(java.util.Locale.ROOT),
                        " " + column,
                        column + "\u200b",
                        "prompt",
                        "q\u0000");
                rows.forEach(row -> row.set(other, row.remove(column)));
                yield mutation("%s is named \"%s\"".formatted(column, other), text(rows), Allowed.SAME_OR_REFUSED);
            }
            case 3 -> {
                String doubled = OddJson.twice(rows.get(one), OddJson.place(column), "\"Something else.\"");
                yield mutation(
                        "row %d has %s twice".formatted(one, column),
                        text(rows).replace(OddJson.write(rows.get(one)), doubled),
                        Allowed.TOLD_OR_REFUSED);
            }
            case 4 -> {
                rows.forEach(
                        row -> row.put("id", 7).put("", "x").putObject("more").put("a", 1));
                yield mutation("with columns that nobody needs", text(rows), Allowed.SAME_OR_REFUSED);
            }
            default -> {
                rows.get(one).put("text", "A text.");
                yield mutation("row %d has a text too".formatted(one), text(rows), Allowed.SAME_OR_REFUSED);
            }
        };
    }

    /** The same rows, laid out as other programs do. */
    private Mutation layout(Random random) {
        List<ObjectNode> rows = DataRows.json();
        String text = text(rows);
        ArrayNode array = OddJson.object("{}").arrayNode().addAll(rows);
        return switch (random.nextInt(13)) {
            case 0 ->
                mutation(
                        "over many lines",
                        lines
                                ? rows.stream().map(ObjectNode::toPrettyString).collect(Collectors.joining("\n"))
                                : array.toPrettyString(),
                        Allowed.SAME);
            case 1 -> mutation("the lines of Windows", text.replace("\n", "\r\n"), Allowed.SAME);
            case 2 -> mutation("blank lines between", text.replace("\n", "\n\n \n"), Allowed.SAME);
            case 3 ->
                mutation(
                        "in an object",
                        "{\"%s\": %s}".formatted(Draw.one(random, "data", "rows", "examples", "train"), array),
                        Allowed.SAME_OR_REFUSED);
            case 4 -> mutation("in an object by number", byNumber(rows), Allowed.SAME_OR_REFUSED);
            case 5 -> mutation("by column", byColumn(rows), Allowed.SAME_OR_REFUSED);
            case 6 ->
                mutation(
                        "a comment first",
                        Draw.one(random, "# facts\n", "// facts\n", "/* facts */", "-- facts\n") + text,
                        Allowed.SAME_OR_REFUSED);
            case 7 ->
                mutation(
                        "without its last character but blanks",
                        text.strip().substring(0, text.strip().length() - 1),
                        Allowed.TOLD_OR_REFUSED);
            case 8 -> mutation("a list around it", "[" + array + "]", Allowed.SAME_OR_REFUSED);
            case 9 ->
                mutation(
                        "objects beside each other",
                        rows.stream().map(OddJson::write).collect(Collectors.joining("")),
                        Allowed.SAME_OR_REFUSED);
            case 10 ->
                mutation("rows as lists", "[[\"question\",\"answer\"],[\"Who?\",\"She.\"]]", Allowed.TOLD_OR_REFUSED);
            case 11 -> {
                String odd = Draw.one(random, "null", "1", "[]");
                yield mutation(
                        "a row that is " + odd,
                        text.replaceFirst("\\{", odd + (lines ? "\n" : ",") + "{"),
                        Allowed.TOLD_OR_REFUSED);
            }
            default -> {
                OddJson.Changed broken = OddJson.broken(random, text.strip());
                boolean same =
                        broken.what().startsWith("a list") || broken.what().startsWith("another");
                yield mutation(broken.what(), broken.text(), same ? Allowed.ANYTHING : truncated(broken, rows));
            }
        };
    }

    /** A file of lines that ends at the end of a line has fewer rows; nothing could tell. */
    private Allowed truncated(OddJson.Changed broken, List<ObjectNode> rows) {
        if (!lines || !broken.what().startsWith("cut off")) {
            return Allowed.TOLD_OR_REFUSED;
        }
        for (int kept = 1; kept < rows.size(); kept++) {
            if (DataRows.lines(rows.subList(0, kept))
                    .strip()
                    .equals(broken.text().strip())) {
                return Allowed.ANYTHING;
            }
        }
        return Allowed.TOLD_OR_REFUSED;
    }

    private static String byNumber(List<ObjectNode> rows) {
        ObjectNode all = OddJson.object("{}");
        for (int i = 0; i < rows.size(); i++) {
            all.set(Integer.toString(i), rows.get(i));
        }
        return OddJson.write(all);
    }

    private static String byColumn(List<ObjectNode> rows) {
        ObjectNode all = OddJson.object("{}");
        for (String column : List.of("question", "answer")) {
            ObjectNode values = all.putObject(column);
            for (int i = 0; i < rows.size(); i++) {
                values.set(Integer.toString(i), rows.get(i).get(column));
            }
        }
        return OddJson.write(all);
    }

    /** The file under another name. */
    private Mutation named(Random random) {
        String name = Draw.one(
                random,
                "facts.json",
                "facts.jsonl",
                "facts.txt",
                "facts.csv",
                "facts.tsv",
                "facts.dat",
                "facts",
                "facts.parquet",
                "facts.json.gz",
                "facts.ndjson");
        return Mutation.of("named " + name, DataRows.file(name, text(DataRows.json())), name, Allowed.SAME_OR_REFUSED);
    }
}
