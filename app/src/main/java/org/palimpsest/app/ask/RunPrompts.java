package org.palimpsest.app.ask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.ProbeChoice;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeException;
import org.palimpsest.engine.recipe.RecipeReader;

/**
 * Questions that suggest themselves for a run.
 *
 * @param forget rows of its forget set
 * @param retain rows of its retain set
 * @param probe prompts its probe of the next token watches
 * @param problem what could not be read, for a person; empty if everything could
 */
record RunPrompts(List<Suggestion> forget, List<Suggestion> retain, List<Suggestion> probe, String problem) {
    static final RunPrompts NONE = new RunPrompts(List.of(), List.of(), List.of(), "");
    /** More rows than a person looks through; those beyond are typed. */
    private static final int MOST = 2000;

    /** Reads recipe and data of a run; to be called beside the window's thread. */
    static RunPrompts read(RunFolder folder) {
        try {
            Recipe recipe = RecipeReader.read(folder.recipe());
            DataSets data = recipe.data();
            List<String> problems = new ArrayList<>();
            return new RunPrompts(
                    rows(
                            List.of(some(data.forget()), some(data.forgetEvaluation())),
                            Suggestion.Origin.FORGET,
                            problems),
                    rows(
                            List.of(some(data.retain()), some(data.retainEvaluation())),
                            Suggestion.Origin.RETAIN,
                            problems),
                    recipe.probes().stream()
                            .filter(probe -> probe.id().equals("token-distribution"))
                            .map(ProbeChoice::prompts)
                            .flatMap(List::stream)
                            .map(prompt -> new Suggestion(prompt, "", Suggestion.Origin.PROBE))
                            .toList(),
                    String.join(" ", problems));
        } catch (RecipeException e) {
            return new RunPrompts(List.of(), List.of(), List.of(), String.valueOf(e.getMessage()));
        }
    }

    private static <T> Optional<T> some(T value) {
        return Optional.ofNullable(value);
    }

    /** Rows of the first source that has questions. */
    private static List<Suggestion> rows(
            List<Optional<DataSource>> sources, Suggestion.Origin origin, List<String> problems) {
        for (Optional<DataSource> source : sources) {
            try {
                List<Suggestion> rows = DataRows.first(source.orElse(null), origin, MOST);
                if (!rows.isEmpty()) {
                    return rows;
                }
            } catch (IOException e) {
                problems.add(e.getMessage());
            }
        }
        return List.of();
    }

    /** The true answer of a question that stands in the data, whatever the case of its letters and the space around it. */
    Optional<String> truth(String question) {
        String plain = question.strip();
        for (List<Suggestion> rows : List.of(forget, retain)) {
            for (Suggestion row : rows) {
                if (row.question().equalsIgnoreCase(plain)) {
                    return Optional.of(row.answer());
                }
            }
        }
        return Optional.empty();
    }
}
