package org.palimpsest.engine.recipe;

import java.nio.file.Path;
import java.util.List;

/**
 * Everything that is asked of a run. Absent parts take the defaults of their types, so no component is ever null.
 *
 * @param version format of the file, {@value #VERSION} now
 * @param name what people call the run; the method's id when absent
 * @param attacks attacks run at the end, in this order
 */
public record Recipe(
        Integer version,
        String name,
        Models model,
        DataSets data,
        MethodChoice method,
        Training training,
        List<ProbeChoice> probes,
        Evaluation evaluation,
        List<AttackChoice> attacks,
        Checkpoints checkpoints,
        Execution execution) {

    /** The one format there is. */
    public static final int VERSION = 1;

    public Recipe {
        version = version == null ? VERSION : version;
        name = name == null ? method.id() : name;
        training = training == null ? Training.DEFAULT : training;
        probes = probes == null ? List.of() : List.copyOf(probes);
        evaluation = evaluation == null ? Evaluation.NONE : evaluation;
        attacks = attacks == null ? List.of() : List.copyOf(attacks);
        checkpoints = checkpoints == null ? Checkpoints.DEFAULT : checkpoints;
        execution = execution == null ? Execution.DEFAULT : execution;
    }

    /** A recipe of a model, data and a method, with the default of everything else. */
    public static Recipe of(Models model, DataSets data, MethodChoice method) {
        return new Recipe(VERSION, null, model, data, method, null, null, null, null, null, null);
    }

    public Recipe withName(String other) {
        return new Recipe(
                version, other, model, data, method, training, probes, evaluation, attacks, checkpoints, execution);
    }

    public Recipe withModel(Models other) {
        return new Recipe(
                version, name, other, data, method, training, probes, evaluation, attacks, checkpoints, execution);
    }

    public Recipe withData(DataSets other) {
        return new Recipe(
                version, name, model, other, method, training, probes, evaluation, attacks, checkpoints, execution);
    }

    public Recipe withMethod(MethodChoice other) {
        return new Recipe(
                version, name, model, data, other, training, probes, evaluation, attacks, checkpoints, execution);
    }

    public Recipe withTraining(Training other) {
        return new Recipe(
                version, name, model, data, method, other, probes, evaluation, attacks, checkpoints, execution);
    }

    public Recipe withProbes(List<ProbeChoice> others) {
        return new Recipe(
                version, name, model, data, method, training, others, evaluation, attacks, checkpoints, execution);
    }

    public Recipe withEvaluation(Evaluation other) {
        return new Recipe(version, name, model, data, method, training, probes, other, attacks, checkpoints, execution);
    }

    public Recipe withAttacks(List<AttackChoice> others) {
        return new Recipe(
                version, name, model, data, method, training, probes, evaluation, others, checkpoints, execution);
    }

    public Recipe withCheckpoints(Checkpoints other) {
        return new Recipe(version, name, model, data, method, training, probes, evaluation, attacks, other, execution);
    }

    public Recipe withExecution(Execution other) {
        return new Recipe(
                version, name, model, data, method, training, probes, evaluation, attacks, checkpoints, other);
    }

    /** The same recipe with relative paths taken from {@code folder}, so that it can be kept anywhere. */
    public Recipe resolvedAgainst(Path folder) {
        return withModel(model.resolvedAgainst(folder)).withData(data.resolvedAgainst(folder));
    }
}
