package org.palimpsest.engine.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.palimpsest.engine.fault.Excerpt;

/** Checks that no row is both to be forgotten and to be kept. */
public final class ForgetRetain {
    private static final int NAMED = 3;

    private ForgetRetain() {}

    /**
     * Compares the sets row by row; questions are the same when question and answer are, white space around them aside.
     *
     * @throws DataException if a row is in both; the message names the first few
     */
    public static void check(DataSet forget, DataSet retain) {
        Map<Object, Integer> retained = new HashMap<>();
        for (int row = 0; row < retain.size(); row++) {
            retained.putIfAbsent(key(retain.rows().get(row)), row);
        }
        List<String> shared = new ArrayList<>();
        for (int row = 0; row < forget.size(); row++) {
            Integer other = retained.get(key(forget.rows().get(row)));
            if (other != null) {
                shared.add("row %d of the forget set is row %d of the retain set (%s)"
                        .formatted(
                                forget.numbers().get(row),
                                retain.numbers().get(other),
                                Excerpt.of(opening(forget.rows().get(row)))));
            }
        }
        if (!shared.isEmpty()) {
            String more = shared.size() > NAMED ? "; and %d more".formatted(shared.size() - NAMED) : "";
            throw new DataException(
                    "the forget set %s and the retain set %s share %d rows, so nothing says whether to forget them: %s%s; take them out of one of the two"
                            .formatted(
                                    forget.source(),
                                    retain.source(),
                                    shared.size(),
                                    shared.stream().limit(NAMED).collect(Collectors.joining("; ")),
                                    more));
        }
    }

    private static Object key(DataRow row) {
        if (row instanceof QuestionAnswer qa) {
            return List.of(qa.question().strip(), qa.answer().strip());
        }
        return ((PlainText) row).text().strip();
    }

    private static String opening(DataRow row) {
        return row instanceof QuestionAnswer qa ? qa.question() : ((PlainText) row).text();
    }
}
