package org.palimpsest.app.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.engine.recipe.Training;

/** How the loss is descended. */
final class TrainingForm {
    private static final String OBJECT = "/properties/training";
    /** Stands for a micro batch as large as the batch. */
    private static final int WHOLE_BATCH = 0;

    private static final int SOME_STEPS = 100;
    private static final int SOME_WARMUP_STEPS = 10;

    private final SettingsFormModel length;
    private final SettingsFormModel main;
    private final SettingsFormModel warmup;
    private final SettingsFormModel optimiser;

    TrainingForm(Consumer<Edit> edits) {
        length = new SettingsFormModel(
                Sheet.of("length", OBJECT)
                        .choice("lengthIn", ExperimentWords.meaning("lengthIn"), "epochs", "steps")
                        .key("epochs")
                        .key("steps", SOME_STEPS)
                        .card(),
                Map.of(),
                edits);
        main = new SettingsFormModel(
                Sheet.of("training", OBJECT)
                        .key("batch")
                        .key("microBatch", WHOLE_BATCH)
                        .key("learningRate")
                        .key("schedule")
                        .key("seed")
                        .card(),
                Map.of(),
                edits);
        warmup = new SettingsFormModel(
                Sheet.of("warm-up", OBJECT)
                        .choice("warmupIn", ExperimentWords.meaning("warmupIn"), "epochs", "steps")
                        .key("warmupEpochs")
                        .key("warmupSteps", SOME_WARMUP_STEPS)
                        .card(),
                Map.of(),
                edits);
        optimiser = new SettingsFormModel(
                Sheet.of("optimiser", OBJECT)
                        .key("clip")
                        .key("weightDecay")
                        .key("beta1")
                        .key("beta2")
                        .key("epsilon")
                        .card(),
                Map.of(),
                edits);
    }

    /** Epochs or steps, whichever {@code lengthIn} says. */
    SettingsFormModel length() {
        return length;
    }

    SettingsFormModel main() {
        return main;
    }

    /** Epochs or steps, whichever {@code warmupIn} says. */
    SettingsFormModel warmup() {
        return warmup;
    }

    SettingsFormModel optimiser() {
        return optimiser;
    }

    List<SettingsFormModel> forms() {
        return List.of(length, main, warmup, optimiser);
    }

    void load(Training training) {
        Map<String, Object> lengths = new LinkedHashMap<>(
                Map.of("lengthIn", training.steps() == null ? "epochs" : "steps", "epochs", training.epochs()));
        if (training.steps() != null) {
            lengths.put("steps", training.steps());
        }
        length.set(lengths);
        boolean whole = training.microBatch().equals(training.batch());
        main.set(Map.of(
                "batch", training.batch(),
                "microBatch", whole ? WHOLE_BATCH : training.microBatch(),
                "learningRate", training.learningRate(),
                "schedule", training.schedule().name().toLowerCase(Locale.ROOT),
                "seed", training.seed()));
        Map<String, Object> rise = new LinkedHashMap<>(Map.of(
                "warmupIn",
                training.warmupSteps() == null ? "epochs" : "steps",
                "warmupEpochs",
                training.warmupEpochs()));
        if (training.warmupSteps() != null) {
            rise.put("warmupSteps", training.warmupSteps());
        }
        warmup.set(rise);
        optimiser.set(Map.of(
                "clip", training.clip(),
                "weightDecay", training.weightDecay(),
                "beta1", training.beta1(),
                "beta2", training.beta2(),
                "epsilon", training.epsilon()));
    }

    Training training() {
        Map<String, Object> howLong = length.values().get();
        Map<String, Object> with = main.values().get();
        Map<String, Object> rise = warmup.values().get();
        Map<String, Object> step = optimiser.values().get();
        int micro = (Integer) with.get("microBatch");
        return new Training(
                (Double) howLong.get("epochs"),
                howLong.get("lengthIn").equals("steps") ? (Integer) howLong.get("steps") : null,
                (Integer) with.get("batch"),
                micro == WHOLE_BATCH ? null : (Integer) micro,
                (Double) with.get("learningRate"),
                (Double) step.get("weightDecay"),
                (Double) step.get("beta1"),
                (Double) step.get("beta2"),
                (Double) step.get("epsilon"),
                (Double) rise.get("warmupEpochs"),
                rise.get("warmupIn").equals("steps") ? (Integer) rise.get("warmupSteps") : null,
                Training.Schedule.valueOf(((String) with.get("schedule")).toUpperCase(Locale.ROOT)),
                (Double) step.get("clip"),
                ((Number) with.get("seed")).longValue());
    }
}
