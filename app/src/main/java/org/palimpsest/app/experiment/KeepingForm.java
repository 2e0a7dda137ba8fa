package org.palimpsest.app.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.engine.recipe.Checkpoints;
import org.palimpsest.engine.recipe.Execution;

/** When a run writes down everything it needs to go on, and where it computes. */
final class KeepingForm {
    private static final String EACH_EPOCH = "epoch";
    private static final String BY_STEPS = "steps";
    private static final String AT_THE_END = "end";
    private static final int SOME_STEPS = 50;

    private final SettingsFormModel checkpoints;
    private final SettingsFormModel execution;

    KeepingForm(Consumer<Edit> edits) {
        checkpoints = new SettingsFormModel(
                Sheet.of("checkpoints", "/properties/checkpoints")
                        .choice(
                                "checkpointsAt",
                                ExperimentWords.meaning("checkpointsAt"),
                                EACH_EPOCH,
                                BY_STEPS,
                                AT_THE_END)
                        .key("every", SOME_STEPS)
                        .key("keep")
                        .card(),
                Map.of(),
                edits);
        execution = new SettingsFormModel(
                Sheet.of("execution", "/properties/execution")
                        .key("device")
                        .key("threads")
                        .card(),
                Map.of(),
                edits);
    }

    /** {@code every} counts only where {@code checkpointsAt} says so. */
    SettingsFormModel checkpointsForm() {
        return checkpoints;
    }

    SettingsFormModel executionForm() {
        return execution;
    }

    List<SettingsFormModel> forms() {
        return List.of(checkpoints, execution);
    }

    void load(Checkpoints kept, Execution where) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("keep", kept.keep());
        if (kept.every() == null) {
            values.put("checkpointsAt", EACH_EPOCH);
        } else if (kept.every() == 0) {
            values.put("checkpointsAt", AT_THE_END);
        } else {
            values.put("checkpointsAt", BY_STEPS);
            values.put("every", kept.every());
        }
        checkpoints.set(values);
        execution.set(Map.of("device", where.device(), "threads", where.threads()));
    }

    Checkpoints checkpoints() {
        Map<String, Object> values = checkpoints.values().get();
        Integer every =
                switch ((String) values.get("checkpointsAt")) {
                    case BY_STEPS -> (Integer) values.get("every");
                    case AT_THE_END -> Integer.valueOf(0);
                    default -> null;
                };
        return new Checkpoints(every, (Integer) values.get("keep"));
    }

    Execution execution() {
        Map<String, Object> values = execution.values().get();
        return new Execution((String) values.get("device"), (Integer) values.get("threads"));
    }
}
