package org.palimpsest.app.experiment;

import java.util.List;
import java.util.Map;
import org.palimpsest.app.form.SettingField;
import org.palimpsest.app.form.SettingsFlow;
import org.palimpsest.app.form.SettingsFormModel;

/** Fields of which only those are shown that the first one's choice makes count. */
final class Alternative {
    private Alternative() {}

    /**
     * Makes the fields.
     *
     * @param counting names of the fields that count only for a choice of the first one; others always count
     * @param id begins the id of every control
     */
    static SettingsFlow of(SettingsFormModel form, Map<String, List<String>> counting, String id) {
        SettingsFlow flow = new SettingsFlow(form.fields(), id);
        SettingField choice = form.fields().get(0);
        choice.text().addListener((value, before, now) -> show(form, counting, flow, now));
        show(form, counting, flow, choice.text().get());
        return flow;
    }

    private static void show(
            SettingsFormModel form, Map<String, List<String>> counting, SettingsFlow flow, String chosen) {
        counting.forEach((word, names) -> names.forEach(name -> flow.show(form.field(name), word.equals(chosen))));
    }
}
