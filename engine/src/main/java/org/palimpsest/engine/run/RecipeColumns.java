package org.palimpsest.engine.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.data.ColumnException;
import org.palimpsest.engine.data.DataException;
import org.palimpsest.engine.data.LoadOptions;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeProblem;
import org.palimpsest.engine.recipe.RecipeReader;

/** Holds the columns that a recipe names against those that its files have. */
public final class RecipeColumns {
    private static final LoadOptions LINES = LoadOptions.DEFAULT.withUnit(LoadOptions.TextUnit.LINE);

    private RecipeColumns() {}

    /**
     * What is to be told of a run that could not begin. If its data lack a column, these are all such mistakes with their places in the
     * recipe's file; everything else is told as it is.
     *
     * @param file the recipe's file
     * @param recipe what stands in it, with absolute paths
     */
    public static RuntimeException told(Path file, Recipe recipe, RuntimeException failure) {
        if (!(failure instanceof ColumnException)) {
            return failure;
        }
        List<RecipeProblem> problems = problems(recipe.data());
        return problems.isEmpty() ? failure : RecipeReader.mistakes(file, problems);
    }

    private static List<RecipeProblem> problems(DataSets data) {
        List<RecipeProblem> problems = new ArrayList<>();
        look("forget", data.forget(), LoadOptions.DEFAULT, problems);
        look("retain", data.retain(), LoadOptions.DEFAULT, problems);
        look("alternates", data.alternates(), LINES, problems);
        look("forgetEvaluation", data.forgetEvaluation(), LoadOptions.DEFAULT, problems);
        look("retainEvaluation", data.retainEvaluation(), LoadOptions.DEFAULT, problems);
        look("realAuthors", data.realAuthors(), LoadOptions.DEFAULT, problems);
        look("worldFacts", data.worldFacts(), LoadOptions.DEFAULT, problems);
        return problems;
    }

    private static void look(String key, DataSource source, LoadOptions options, List<RecipeProblem> problems) {
        if (source == null) {
            return;
        }
        try {
            for (ColumnException fault : DataFiles.columnFaults(source, options)) {
                problems.add(RecipeProblem.at("/data/%s/columns/%s".formatted(key, fault.role()), fault.getMessage()));
            }
        } catch (DataException e) {
            problems.add(RecipeProblem.at("/data/%s/path".formatted(key), e.getMessage()));
        }
    }
}
