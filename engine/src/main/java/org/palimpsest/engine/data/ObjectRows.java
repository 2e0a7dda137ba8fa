package org.palimpsest.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.palimpsest.engine.fault.Excerpt;

/**
 * Rows of a file that is one JSON object: the object itself, a list in it, objects by number or name, or columns, as other programs
 * write tables. What can be read in one way is read; what can be read in several is named.
 */
final class ObjectRows {
    private final FileContent content;
    private final Map<String, Object> object;
    private final RowCollector rows;

    private ObjectRows(FileContent content, Map<String, Object> object, RowCollector rows) {
        this.content = content;
        this.object = object;
        this.rows = rows;
    }

    /** @return JSON Lines if the object is a row, one JSON document if it holds rows */
    static DataFormat read(FileContent content, Map<String, Object> object, RowCollector rows) {
        return new ObjectRows(content, object, rows).read();
    }

    private DataFormat read() {
        if (object.isEmpty()) {
            throw wrong("holds no rows (an empty JSON object); expected at least one");
        }
        if (isSplit()) {
            split();
        } else if (object.values().stream().allMatch(ObjectRows::isListOfPlain) && sameLengths()) {
            columnsAsLists();
        } else if (object.values().stream().allMatch(Map.class::isInstance)) {
            objects();
        } else {
            return listOrRow();
        }
        return document();
    }

    /** One that holds rows is no row of JSON Lines. */
    private DataFormat document() {
        if (!content.allowed().contains(DataFormat.JSON_ARRAY)) {
            throw wrong(
                    "is one JSON object that holds rows, but the recipe says JSON Lines; correct \"format\" or leave it out");
        }
        return DataFormat.JSON_ARRAY;
    }

    /** Names of columns, and every row as a list: pandas' "split". */
    private boolean isSplit() {
        return object.get("columns") instanceof List<?> names
                && object.get("data") instanceof List<?> data
                && names.stream().allMatch(String.class::isInstance)
                && !data.isEmpty()
                && data.stream().allMatch(List.class::isInstance);
    }

    private void split() {
        List<?> names = (List<?>) object.get("columns");
        for (Object row : (List<?>) object.get("data")) {
            List<?> values = (List<?>) row;
            if (values.size() != names.size()) {
                throw wrong("row %d of \"data\" has %d values, but \"columns\" names %d"
                        .formatted(rows.size(), values.size(), names.size()));
            }
            Map<String, Object> cells = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                cells.put((String) names.get(i), values.get(i));
            }
            rows.add(cells);
        }
    }

    private static boolean isListOfPlain(Object value) {
        return value instanceof List<?> list && list.stream().noneMatch(Map.class::isInstance);
    }

    private boolean sameLengths() {
        return object.values().stream()
                        .map(list -> ((List<?>) list).size())
                        .distinct()
                        .count()
                == 1;
    }

    private void columnsAsLists() {
        int count = ((List<?>) object.values().iterator().next()).size();
        for (int i = 0; i < count; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (Map.Entry<String, Object> column : object.entrySet()) {
                row.put(column.getKey(), ((List<?>) column.getValue()).get(i));
            }
            rows.add(row);
        }
    }

    /** Rows by number or name, or columns whose values stand under the numbers of their rows, as pandas writes by default. */
    private void objects() {
        List<Map<?, ?>> inner =
                object.values().stream().<Map<?, ?>>map(Map.class::cast).toList();
        if (!isNumbered(object.keySet()) && inner.stream().allMatch(one -> isNumbered(one.keySet()))) {
            columnsByRow();
        } else if (isNumbered(object.keySet()) || areRows(inner)) {
            inner.forEach(this::add);
        } else {
            throw wrong(
                    "is one JSON object with the keys %s, and no rows are found in it; expected an array of rows, or an object that holds one"
                            .formatted(keys()));
        }
    }

    private static boolean isNumbered(Set<?> keys) {
        return !keys.isEmpty() && keys.stream().allMatch(key -> ((String) key).matches("-?\\d{1,18}"));
    }

    /** Objects of the same keys with texts in them. */
    private static boolean areRows(List<Map<?, ?>> inner) {
        return inner.stream().map(Map::keySet).distinct().count() == 1
                && inner.stream()
                        .allMatch(one -> one.values().stream().anyMatch(String.class::isInstance)
                                && one.values().stream().noneMatch(Map.class::isInstance));
    }

    private void columnsByRow() {
        Set<?> numbers = ((Map<?, ?>) object.values().iterator().next()).keySet();
        object.forEach((column, values) -> {
            if (!((Map<?, ?>) values).keySet().equals(numbers)) {
                throw wrong(
                        "the columns %s and \"%s\" have values for different rows, so which belong together is unknown"
                                .formatted(Excerpt.of(object.keySet().iterator().next()), column));
            }
        });
        for (Object number : numbers) {
            Map<String, Object> row = new LinkedHashMap<>();
            object.forEach((column, values) -> row.put(column, ((Map<?, ?>) values).get(number)));
            rows.add(row);
        }
    }

    private DataFormat listOrRow() {
        List<Map.Entry<String, Object>> lists = object.entrySet().stream()
                .filter(member -> member.getValue() instanceof List<?> list
                        && list.stream().anyMatch(Map.class::isInstance))
                .toList();
        boolean row = object.entrySet().stream()
                .anyMatch(member -> rows.isNeeded(member.getKey()) && member.getValue() instanceof String);
        if (row || lists.isEmpty()) {
            rows.add(object);
            return DataFormat.JSON_LINES;
        }
        if (lists.size() > 1) {
            throw wrong(
                    "is one JSON object with several lists in it: %s. Which of them are the rows is unknown; keep one in a file of its own"
                            .formatted(lists.stream()
                                    .map(list -> "%s (%d)"
                                            .formatted(Excerpt.of(list.getKey()), ((List<?>) list.getValue()).size()))
                                    .collect(Collectors.joining(", "))));
        }
        String name = lists.get(0).getKey();
        for (Object item : (List<?>) lists.get(0).getValue()) {
            if (item instanceof Map<?, ?> values) {
                add(values);
            } else {
                throw wrong("row %d of %s is %s; expected an object"
                        .formatted(rows.size(), Excerpt.of(name), CellReader.described(item)));
            }
        }
        return document();
    }

    private void add(Map<?, ?> values) {
        Map<String, Object> row = new LinkedHashMap<>();
        values.forEach((column, value) -> row.put((String) column, value));
        rows.add(row);
    }

    private String keys() {
        List<String> shown = new ArrayList<>();
        object.keySet().stream().limit(5).map(Excerpt::of).forEach(shown::add);
        if (object.size() > 5) {
            shown.add("\u2026");
        }
        return String.join(", ", shown);
    }

    private DataException wrong(String message) {
        return DataException.in(content.file().path(), message);
    }
}
