package org.palimpsest.app.experiment;

import java.io.IOException;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.Place;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.Ingredient;
import org.palimpsest.app.worker.PinnedPrompts;
import org.palimpsest.app.worker.RunSelection;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.Recipe;

/** Sets up a run, or many of them: every choice from its card, told before the start what it would take and what is missing. */
public final class ExperimentPlace implements Place {
    private static final Duration PAUSE = Duration.millis(250);

    private final Workbench workbench;
    private final Messages words = Messages.of("experiment");
    private final ExperimentForm form;
    private final ExperimentModel model;
    private final Stock stock;
    private final Presets presets;
    private final RecipeFiles files;
    private final KeptForm kept;
    private final Sections sections;
    private final IngredientBar ingredients;
    private final ScrollPane scroll;
    private final ObservableList<String> pinned = FXCollections.observableArrayList();
    private final ExperimentLayout view;
    private final PauseTransition pause = new PauseTransition(PAUSE);

    public ExperimentPlace(Workbench workbench) {
        this.workbench = workbench;
        form = new ExperimentForm(workbench.undo()::perform);
        model = new ExperimentModel(form, estimates(), workbench.tasks()::compute);
        stock = new Stock(workbench);
        presets = new Presets(workbench, form, stock::refresh);
        form.load(presets.empty());
        kept = new KeptForm(workbench.workspace());
        BrokenBar broken = new BrokenBar();
        files = new RecipeFiles(workbench, form, broken::tell);
        sections = new Sections(workbench, form, stock, pinned);
        ingredients = new IngredientBar(form);
        StartPane start = new StartPane(model, this::start, this::goTo);
        start.offers()
                .getChildren()
                .addAll(
                        new SampleHint(model, presets),
                        new ReferenceOffer(model, new ReferenceTraining(workbench, form)));
        Section several = new Section(
                "several", () -> "", new SeveralPane(model, new SeveralModel(form, estimates()), this::queue));
        several.setExpanded(false);
        sections.getChildren().add(several);
        scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setId("experiment-form");
        scroll.setAccessibleText(words.get("form"));
        VBox top = new VBox(new ExperimentBar(form, presets, files), broken, ingredients);
        view = new ExperimentLayout(top, scroll, start);
        form.revision().addListener((value, before, now) -> {
            model.changed();
            pause.playFromStart();
        });
        pause.setOnFinished(event -> {
            sections.refresh();
            model.check();
        });
        workbench.navigator().door(PlaceId.EXPERIMENT, Recipe.class, form::open);
        workbench.navigator().door(PlaceId.EXPERIMENT, Ingredient.class, ingredients::ask);
        recall();
    }

    private Estimates estimates() {
        return new Estimates(
                workbench.desk()::ask,
                workbench.desk()::cancel,
                workbench.workspace().logs(),
                workbench.tasks()::compute,
                Platform::runLater);
    }

    /** Takes up what was left, unless something else has been opened by then. */
    private void recall() {
        long before = form.revision().get();
        workbench
                .tasks()
                .compute(
                        kept::read,
                        recipe -> {
                            if (form.revision().get() == before) {
                                recipe.ifPresent(form::load);
                            }
                            sections.refresh();
                            model.check();
                        },
                        failure -> model.check());
    }

    private void start() {
        List<RunFolder> folders = ExperimentModel.launch(List.of(form.recipe()), workbench.runs()::start, this::failed);
        if (!folders.isEmpty()) {
            workbench.navigator().open(PlaceId.LIVE, folders.get(0));
        }
    }

    private void queue(List<Recipe> recipes, int atOnce) {
        workbench.runs().atOnce(atOnce);
        List<RunFolder> folders = ExperimentModel.launch(recipes, workbench.runs()::enqueue, this::failed);
        if (!folders.isEmpty()) {
            workbench.notices().success(words.get("queued", folders.size()));
            workbench.navigator().open(PlaceId.LIVE, new RunSelection(folders));
        }
    }

    private void failed(IOException e) {
        workbench.notices().error(words.get("start.failed", String.valueOf(e.getMessage())), e);
    }

    /** Shows the field of a problem and puts the keyboard there. */
    private void goTo(Problem problem) {
        String[] keys = problem.pointer().split("/");
        String key = keys[keys.length - 1];
        sections.unfold();
        Platform.runLater(() -> {
            for (Node node : sections.lookupAll(".text-field, .choice-box, .check-box")) {
                if (node.getId() != null
                        && (node.getId().equals("experiment-" + key)
                                || node.getId().endsWith("-" + key))) {
                    node.requestFocus();
                    reveal(node);
                    return;
                }
            }
        });
    }

    private void reveal(Node node) {
        double place =
                node.localToScene(0, 0).getY() - sections.localToScene(0, 0).getY();
        double hidden = sections.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(hidden <= 0 ? 0 : Math.max(0, Math.min(1, (place - 80) / hidden)));
    }

    @Override
    public PlaceId id() {
        return PlaceId.EXPERIMENT;
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void shown() {
        stock.refresh();
        workbench.tasks().compute(new PinnedPrompts(workbench.workspace())::read, pinned::setAll, failure -> workbench
                .notices()
                .error(String.valueOf(failure.getMessage())));
    }

    @Override
    public void hidden() {
        Recipe recipe = form.recipe();
        workbench
                .tasks()
                .compute(
                        () -> {
                            kept.write(recipe);
                            return true;
                        },
                        done -> {},
                        failure -> workbench
                                .notices()
                                .error(words.get("keep.failed", String.valueOf(failure.getMessage())), failure));
    }

    @Override
    public void close() {
        try {
            kept.write(form.recipe());
        } catch (IOException e) {
            workbench.notices().error(words.get("keep.failed", String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("experiment.start", words.get("command.start"), this::start)
                        .keys("Shortcut+Enter")
                        .when(model::ready),
                Command.of("experiment.open", words.get("command.open"), files::open)
                        .keys("Shortcut+O"),
                Command.of("experiment.save", words.get("command.save"), files::save)
                        .keys("Shortcut+S"),
                Command.of("experiment.copy-recipe", words.get("copy.recipe"), files::copyRecipe),
                Command.of("experiment.copy-command", words.get("copy.command"), files::copyCommand),
                Command.of("experiment.anew", words.get("preset.anew"), presets::anew));
    }
}
