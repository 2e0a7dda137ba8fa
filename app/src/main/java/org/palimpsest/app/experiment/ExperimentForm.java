package org.palimpsest.app.experiment;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.palimpsest.app.form.SettingField;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.recipe.AttackChoice;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.Evaluation;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.MetricChoice;
import org.palimpsest.engine.recipe.Models;
import org.palimpsest.engine.recipe.ProbeChoice;
import org.palimpsest.engine.recipe.Recipe;

/** Everything a recipe says, in fields. While a field has a problem, the recipe keeps that field's last allowed value. */
final class ExperimentForm {
    private static final String NO_BENCHMARK = "none";
    private static final String FIRST_METHOD = "npo";

    private final Consumer<Edit> edits;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final SettingsFormModel naming;
    private final SettingsFormModel models;
    private final Map<DataRole, SourceForm> sources = new EnumMap<>(DataRole.class);
    private final PromptFields prompt;
    private final Map<String, CardForm> methods = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<MethodCard> method = new ReadOnlyObjectWrapper<>();
    private final TrainingForm training;
    private final Choices probes;
    private final SettingsFormModel evaluation;
    private final Choices metrics;
    private final Choices attacks;
    private final KeepingForm keeping;
    private List<String> wrap = List.of();

    /** @param edits takes every change a person makes, usually {@code workbench.undo()::perform} */
    ExperimentForm(Consumer<Edit> edits) {
        this.edits = edits;
        naming = watched(
                new SettingsFormModel(Sheet.of("recipe", "").key("name", "").card(), Map.of(), edits));
        models = watched(new SettingsFormModel(
                Sheet.of("model", "/properties/model")
                        .key("target", "")
                        .key("reference", "")
                        .key("base", "")
                        .card(),
                Map.of(),
                edits));
        for (DataRole role : DataRole.values()) {
            SourceForm source = new SourceForm(role, edits);
            watched(source.pathForm());
            watched(source.reading());
            sources.put(role, source);
        }
        prompt = new PromptFields(edits);
        watched(prompt.fields());
        for (MethodCard card : Catalogue.methods()) {
            CardForm form = new CardForm(card, edits);
            watched(form.fields());
            methods.put(card.id(), form);
        }
        method.set(Catalogue.method(FIRST_METHOD).orElseThrow());
        training = new TrainingForm(edits);
        training.forms().forEach(this::watched);
        probes = new Choices(Catalogue.probes(), true, edits, this::touch);
        evaluation = watched(new SettingsFormModel(
                Sheet.of("evaluation", "/properties/evaluation")
                        .key("benchmark", NO_BENCHMARK)
                        .key("batch")
                        .card(),
                Map.of(),
                edits));
        metrics = new Choices(Catalogue.metrics(), false, edits, this::touch);
        attacks = new Choices(Catalogue.attacks(), false, edits, this::touch);
        keeping = new KeepingForm(edits);
        keeping.forms().forEach(this::watched);
    }

    private SettingsFormModel watched(SettingsFormModel form) {
        form.fields().forEach(field -> field.text().addListener((value, before, now) -> touch()));
        return form;
    }

    private void touch() {
        revision.set(revision.get() + 1);
    }

    /** Counts changes of whatever kind. */
    ReadOnlyLongProperty revision() {
        return revision.getReadOnlyProperty();
    }

    SettingField name() {
        return naming.field("name");
    }

    /** Of {@code target}, {@code reference} or {@code base}. */
    SettingField model(String key) {
        return models.field(key);
    }

    SourceForm source(DataRole role) {
        return sources.get(role);
    }

    SettingsFormModel prompt() {
        return prompt.fields();
    }

    ReadOnlyObjectProperty<MethodCard> method() {
        return method.getReadOnlyProperty();
    }

    CardForm settingsOf(String methodId) {
        return methods.get(methodId);
    }

    /** Takes another method, as an edit; what was set for each method stays with it. */
    void choose(MethodCard card) {
        MethodCard before = method.get();
        if (!card.equals(before)) {
            edits.accept(new Edit(ExperimentWords.edit("method", card.name()), () -> put(card), () -> put(before)));
        }
    }

    private void put(MethodCard card) {
        method.set(card);
        touch();
    }

    TrainingForm training() {
        return training;
    }

    Choices probes() {
        return probes;
    }

    SettingsFormModel evaluation() {
        return evaluation;
    }

    Choices metrics() {
        return metrics;
    }

    Choices attacks() {
        return attacks;
    }

    KeepingForm keeping() {
        return keeping;
    }

    /** Whether every field that counts has an allowed value. */
    boolean valid() {
        Stream<SettingsFormModel> forms = Stream.concat(
                Stream.concat(Stream.of(naming, models, prompt.fields(), evaluation), training.forms().stream()),
                Stream.concat(
                        keeping.forms().stream(),
                        Stream.concat(
                                Stream.of(methods.get(method.get().id()).fields()),
                                sources.values().stream().map(SourceForm::reading))));
        return forms.allMatch(form -> form.valid().get()) && probes.valid() && metrics.valid() && attacks.valid();
    }

    /** The recipe as it stands; parts that are missing are null in it. */
    Recipe recipe() {
        MethodCard card = method.get();
        return new Recipe(
                Recipe.VERSION,
                text(name()),
                new Models(text(model("target")), text(model("reference")), text(model("base"))),
                new DataSets(
                        sources.get(DataRole.FORGET).source(),
                        sources.get(DataRole.RETAIN).source(),
                        sources.get(DataRole.HOLDOUT).source(),
                        sources.get(DataRole.ALTERNATES).source(),
                        sources.get(DataRole.FORGET_EVALUATION).source(),
                        sources.get(DataRole.RETAIN_EVALUATION).source(),
                        sources.get(DataRole.REAL_AUTHORS).source(),
                        sources.get(DataRole.WORLD_FACTS).source(),
                        prompt.form()),
                new MethodChoice(card.id(), methods.get(card.id()).settings(), wrap),
                training.training(),
                probes.on().stream()
                        .map(probe -> new ProbeChoice(
                                probe.card().id(),
                                probe.every(),
                                probe.settings().settings(),
                                List.copyOf(probe.prompts())))
                        .toList(),
                measured(),
                attacks.on().stream()
                        .map(attack -> new AttackChoice(
                                attack.card().id(), attack.settings().settings()))
                        .toList(),
                keeping.checkpoints(),
                keeping.execution());
    }

    private Evaluation measured() {
        Map<String, Object> how = evaluation.values().get();
        return new Evaluation(
                how.get("benchmark").equals(NO_BENCHMARK) ? null : (String) how.get("benchmark"),
                metrics.on().stream()
                        .map(metric -> new MetricChoice(
                                metric.card().id(), metric.settings().settings()))
                        .toList(),
                (Integer) how.get("batch"));
    }

    /** Takes a recipe, as an edit. */
    void open(Recipe recipe) {
        Recipe before = recipe();
        edits.accept(new Edit(ExperimentWords.edit("open", recipe.name()), () -> load(recipe), () -> load(before)));
    }

    /** Takes a recipe without an edit; parts that are null are left empty. */
    void load(Recipe recipe) {
        naming.set(Map.of("name", recipe.name()));
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.put("target", plain(recipe.model().target()));
        paths.put("reference", plain(recipe.model().reference()));
        paths.put("base", plain(recipe.model().base()));
        models.set(paths);
        sources.forEach((role, source) -> source.load(role.of(recipe.data())));
        prompt.load(recipe.data().prompt());
        wrap = recipe.method().wrap();
        methods.get(recipe.method().id()).load(recipe.method().settings());
        method.set(Catalogue.method(recipe.method().id()).orElseThrow());
        training.load(recipe.training());
        probes.load(recipe.probes().stream()
                .map(probe -> new Choices.Given(
                        probe.id(), Map.of("on", true, "every", probe.every()), probe.settings(), probe.prompts()))
                .toList());
        String benchmark = recipe.evaluation().benchmark();
        evaluation.set(Map.of(
                "benchmark",
                benchmark == null ? NO_BENCHMARK : benchmark,
                "batch",
                recipe.evaluation().batch()));
        metrics.load(recipe.evaluation().metrics().stream()
                .map(metric -> new Choices.Given(metric.id(), Map.of("on", true), metric.settings(), List.of()))
                .toList());
        attacks.load(recipe.attacks().stream()
                .map(attack -> new Choices.Given(attack.id(), Map.of("on", true), attack.settings(), List.of()))
                .toList());
        keeping.load(recipe.checkpoints(), recipe.execution());
        touch();
    }

    private static String text(SettingField field) {
        String text = field.text().get().strip();
        return text.isEmpty() ? null : text;
    }

    private static String plain(String text) {
        return text == null ? "" : text;
    }
}
