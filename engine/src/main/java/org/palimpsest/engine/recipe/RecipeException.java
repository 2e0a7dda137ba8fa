package org.palimpsest.engine.recipe;

import java.util.List;
import java.util.stream.Collectors;

/** A recipe that cannot be run as it is; the message names the file and everything that is wrong with it. */
public final class RecipeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<RecipeProblem> problems;

    RecipeException(String source, List<RecipeProblem> problems) {
        this(source, problems, null);
    }

    RecipeException(String source, List<RecipeProblem> problems, Throwable cause) {
        super(text(source, problems), cause);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the file; never empty. */
    public List<RecipeProblem> problems() {
        return problems;
    }

    private static String text(String source, List<RecipeProblem> problems) {
        if (problems.size() == 1) {
            return source + ": " + problems.get(0);
        }
        return problems.stream()
                .map(problem -> "  " + problem)
                .collect(Collectors.joining("\n", source + ": " + problems.size() + " problems\n", ""));
    }
}
