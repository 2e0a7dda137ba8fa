package org.palimpsest.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.palimpsest.app.form.NumberText;
import org.palimpsest.app.form.SettingsFlow;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.Ingredient;
import org.palimpsest.engine.recipe.Checkpoints;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.Training;

/** All parts of the form, one under the other. */
final class Sections extends VBox {
    private final Workbench workbench;
    private final ExperimentForm form;
    private final Stock stock;
    private final ObservableList<String> pinned;
    private final Consumer<Edit> edits;
    private final Messages words = Messages.of("experiment");
    private final List<Section> all = new ArrayList<>();

    /** @param pinned prompts that were pinned elsewhere, offered to the probe that watches prompts */
    Sections(Workbench workbench, ExperimentForm form, Stock stock, ObservableList<String> pinned) {
        this.workbench = workbench;
        this.form = form;
        this.stock = stock;
        this.pinned = pinned;
        this.edits = workbench.undo()::perform;
        getStyleClass().add("experiment-sections");
        add("models", this::models, rows("target", "reference", "base"));
        add("data", this::data, sources(DataRole.FORGET, DataRole.RETAIN, DataRole.ALTERNATES, DataRole.HOLDOUT));
        add("method", this::method, new MethodPane(form));
        add("training", this::training, training(form.training()));
        add("probes", () -> named(form.probes()), choices(form.probes(), "probe", false));
        add("evaluation", this::evaluation, evaluationNodes());
        add("attacks", () -> named(form.attacks()), choices(form.attacks(), "attack", false));
        add(
                "keeping",
                this::keeping,
                Alternative.of(
                        form.keeping().checkpointsForm(), Map.of("steps", List.of("every")), "experiment-checkpoints"),
                new SettingsFlow(form.keeping().executionForm().fields(), "experiment-execution"));
        add("prompt", this::prompt, new SettingsFlow(form.prompt().fields(), "experiment-prompt-form"));
        for (int i = 0; i < all.size(); i++) {
            // What everybody sets is open, the rest says what it is.
            all.get(i).setExpanded(i < 3);
        }
        getChildren().setAll(all);
    }

    /** Says anew in every head what is set. */
    void refresh() {
        all.forEach(Section::refresh);
    }

    /** Opens whatever is folded. */
    void unfold() {
        all.forEach(section -> section.setExpanded(true));
    }

    private void add(String key, java.util.function.Supplier<String> said, Node... content) {
        all.add(new Section(key, said, content));
    }

    private Node[] rows(String... keys) {
        List<Node> rows = new ArrayList<>();
        for (String key : keys) {
            rows.add(new PathRow(workbench, stock, form.model(key), Ingredient.Kind.MODEL));
        }
        return rows.toArray(Node[]::new);
    }

    private Node[] sources(DataRole... roles) {
        List<Node> rows = new ArrayList<>();
        for (DataRole role : roles) {
            rows.add(new SourceRow(workbench, stock, form.source(role), role));
        }
        return rows.toArray(Node[]::new);
    }

    private Node[] training(TrainingForm training) {
        return new Node[] {
            Alternative.of(
                    training.length(),
                    Map.of("epochs", List.of("epochs"), "steps", List.of("steps")),
                    "experiment-length"),
            new SettingsFlow(training.main().fields(), "experiment-training"),
            Alternative.of(
                    training.warmup(),
                    Map.of("epochs", List.of("warmupEpochs"), "steps", List.of("warmupSteps")),
                    "experiment-warmup"),
            new SettingsFlow(training.optimiser().fields(), "experiment-optimiser")
        };
    }

    private Node[] evaluationNodes() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new SettingsFlow(form.evaluation().fields(), "experiment-evaluation"));
        nodes.addAll(List.of(sources(
                DataRole.FORGET_EVALUATION, DataRole.RETAIN_EVALUATION, DataRole.REAL_AUTHORS, DataRole.WORLD_FACTS)));
        nodes.add(choices(form.metrics(), "metric", true));
        return nodes.toArray(Node[]::new);
    }

    private VBox choices(Choices choices, String key, boolean repeatable) {
        VBox box = new VBox();
        box.getStyleClass().add("experiment-choices");
        Runnable fill = () -> {
            List<Node> rows = new ArrayList<>();
            for (Choice choice : choices.all()) {
                String id = "experiment-" + key + "-" + choice.card().id() + (rows.isEmpty() ? "" : "-" + rows.size());
                boolean prompts = choice.card().id().equals("token-distribution");
                rows.add(new ChoiceRow(
                        choice,
                        id,
                        repeatable ? () -> choices.repeat(choice) : null,
                        prompts ? new PromptList(choice.prompts(), pinned, edits) : null));
            }
            box.getChildren().setAll(rows);
        };
        choices.all().addListener((ListChangeListener<Choice>) change -> fill.run());
        fill.run();
        return box;
    }

    private String models() {
        return name(form.model("target").text().get());
    }

    private String data() {
        Recipe recipe = form.recipe();
        if (recipe.data().forget() == null) {
            return "";
        }
        return recipe.data().retain() == null
                ? words.get("said.forget", name(recipe.data().forget().path()))
                : words.get(
                        "said.data",
                        name(recipe.data().forget().path()),
                        name(recipe.data().retain().path()));
    }

    private static String name(String path) {
        return path.replaceFirst("[/\\\\]+$", "").replaceFirst(".*[/\\\\]", "");
    }

    private String method() {
        return form.method().get().name();
    }

    private String training() {
        Training training = form.recipe().training();
        return words.get(
                training.steps() == null ? "said.epochs" : "said.steps",
                NumberText.of(training.steps() == null ? training.epochs() : training.steps()),
                training.batch(),
                NumberText.of(training.learningRate()));
    }

    private String named(Choices choices) {
        return choices.on().isEmpty() ? words.get("said.none") : names(choices);
    }

    private static String names(Choices choices) {
        return String.join(
                ", ", choices.on().stream().map(choice -> choice.card().name()).toList());
    }

    private String evaluation() {
        String benchmark = form.recipe().evaluation().benchmark();
        if (benchmark == null) {
            return named(form.metrics());
        }
        String metrics = names(form.metrics());
        return metrics.isEmpty() ? benchmark : benchmark + ", " + metrics;
    }

    private String keeping() {
        Checkpoints kept = form.keeping().checkpoints();
        String when = kept.every() == null
                ? words.get("said.each-epoch")
                : kept.every() == 0 ? words.get("said.at-end") : words.get("said.every", kept.every());
        return words.get("said.keeping", when, form.keeping().execution().device());
    }

    private String prompt() {
        return form.prompt().differing().isEmpty() ? words.get("said.usual") : words.get("said.own");
    }
}
