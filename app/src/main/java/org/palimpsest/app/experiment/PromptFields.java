package org.palimpsest.app.experiment;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.engine.recipe.PromptForm;

/** How a question and its answer become one text. */
final class PromptFields {
    private final SettingsFormModel fields;

    PromptFields(Consumer<Edit> edits) {
        fields = new SettingsFormModel(
                Sheet.of("prompt", "/properties/data/properties/prompt")
                        .key("template")
                        .key("prompt")
                        .key("answer")
                        .key("bos")
                        .key("eos")
                        .key("maxLength")
                        .key("system", "")
                        .card(),
                Map.of(),
                edits);
    }

    SettingsFormModel fields() {
        return fields;
    }

    void load(PromptForm form) {
        fields.set(Map.of(
                "template", form.template().name().toLowerCase(Locale.ROOT),
                "prompt", form.prompt(),
                "answer", form.answer(),
                "bos", form.bos(),
                "eos", form.eos(),
                "maxLength", form.maxLength(),
                "system", form.system() == null ? "" : form.system()));
    }

    PromptForm form() {
        Map<String, Object> how = fields.values().get();
        String system = (String) how.get("system");
        return new PromptForm(
                PromptForm.Template.valueOf(((String) how.get("template")).toUpperCase(Locale.ROOT)),
                (String) how.get("prompt"),
                (String) how.get("answer"),
                (Boolean) how.get("bos"),
                (Boolean) how.get("eos"),
                (Integer) how.get("maxLength"),
                system.isEmpty() ? null : system);
    }
}
