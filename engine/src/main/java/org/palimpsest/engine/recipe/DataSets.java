package org.palimpsest.engine.recipe;

import java.nio.file.Path;

/**
 * The data of a run. A set that is not given is null; which ones a method cannot do without, its card says.
 *
 * @param forget what the model shall no longer know
 * @param retain what it shall go on knowing
 * @param holdout like the forget set, never seen by any model
 * @param alternates refusals or other answers: a text file with one a line, or questions with answers
 * @param forgetEvaluation forget set with {@code paraphrased_answer} and {@code perturbed_answer}
 * @param retainEvaluation the same of the retain set
 * @param realAuthors knowledge near the forgotten facts, with {@code perturbed_answer}
 * @param worldFacts knowledge far from them, with {@code perturbed_answer}
 * @param prompt how question and answer become one text
 */
public record DataSets(
        DataSource forget,
        DataSource retain,
        DataSource holdout,
        DataSource alternates,
        DataSource forgetEvaluation,
        DataSource retainEvaluation,
        DataSource realAuthors,
        DataSource worldFacts,
        PromptForm prompt) {

    public DataSets {
        prompt = prompt == null ? PromptForm.DEFAULT : prompt;
    }

    /** A forget and a retain set, and no data to evaluate on. */
    public static DataSets of(DataSource forget, DataSource retain) {
        return new DataSets(forget, retain, null, null, null, null, null, null, null);
    }

    DataSets resolvedAgainst(Path folder) {
        return new DataSets(
                DataSource.resolved(folder, forget),
                DataSource.resolved(folder, retain),
                DataSource.resolved(folder, holdout),
                DataSource.resolved(folder, alternates),
                DataSource.resolved(folder, forgetEvaluation),
                DataSource.resolved(folder, retainEvaluation),
                DataSource.resolved(folder, realAuthors),
                DataSource.resolved(folder, worldFacts),
                prompt);
    }
}
