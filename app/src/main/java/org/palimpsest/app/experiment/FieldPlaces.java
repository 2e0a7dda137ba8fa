package org.palimpsest.app.experiment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.palimpsest.app.form.SettingField;
import org.palimpsest.app.form.SettingsFormModel;

/** Which field stands at which place of the recipe, so that problems are told where they are. */
final class FieldPlaces {
    private final Map<String, SettingField> fields = new HashMap<>();
    private final Set<SettingField> remarked = new HashSet<>();

    FieldPlaces(ExperimentForm form) {
        fields.put("/name", form.name());
        for (String key : List.of("target", "reference", "base")) {
            fields.put("/model/" + key, form.model(key));
        }
        for (DataRole role : DataRole.values()) {
            fields.put("/data/" + role.key(), form.source(role).path());
            add("/data/" + role.key() + "/", form.source(role).reading());
            for (SettingField field : form.source(role).reading().fields()) {
                // The two columns that have fields of their own stand one level deeper in the recipe.
                String name = field.parameter().name();
                if (name.endsWith("Column")) {
                    fields.put("/data/" + role.key() + "/columns/" + name.replace("Column", ""), field);
                }
            }
        }
        add("/data/prompt/", form.prompt());
        form.training().forms().forEach(part -> add("/training/", part));
        add("/evaluation/", form.evaluation());
        add("/checkpoints/", form.keeping().checkpointsForm());
        add("/execution/", form.keeping().executionForm());
    }

    private void add(String pointer, SettingsFormModel form) {
        form.fields().forEach(field -> fields.put(pointer + field.parameter().name(), field));
    }

    /** The field a problem speaks of; empty if it speaks of several. */
    Optional<SettingField> at(String pointer) {
        return Optional.ofNullable(fields.get(pointer));
    }

    /** Tells every problem at its field, and takes away what was told before. What is only missing is not told there. */
    void tell(List<Problem> problems) {
        remarked.forEach(field -> field.remark(""));
        remarked.clear();
        for (Problem problem : problems) {
            SettingField field = fields.get(problem.pointer());
            if (field != null && !problem.missing() && remarked.add(field)) {
                field.remark(problem.words());
            }
        }
    }
}
