package org.palimpsest.app.experiment;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.form.SettingsForm;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.Training;

/** Says that there is no retained reference, what that costs, and trains it where it can be trained. */
final class ReferenceOffer extends VBox {
    /** Passes over the retain set that the field's benchmark trains for. */
    private static final double EPOCHS = 5;

    private final ExperimentModel model;
    private final ReferenceTraining training;
    private final Messages words = Messages.of("experiment");
    private final Label told = new Label();
    private final Button train = new Button();
    private final VBox inside = new VBox();
    private SettingsFormModel settings;

    ReferenceOffer(ExperimentModel model, ReferenceTraining training) {
        this.model = model;
        this.training = training;
        getStyleClass().add("experiment-offer");
        told.setWrapText(true);
        train.setText(words.get("reference.train"));
        train.setGraphic(new FontIcon("fth-zap"));
        train.setId("experiment-train-reference");
        train.setOnAction(event -> open());
        inside.getStyleClass().add("experiment-inside");
        getChildren().addAll(told, train, inside);
        model.looked().addListener((value, before, now) -> show());
        show();
    }

    private void show() {
        Recipe recipe = model.form().recipe();
        boolean missing = recipe.model().target() != null && recipe.model().reference() == null;
        boolean possible = recipe.model().base() != null
                && recipe.data().retain() != null
                && model.problems().get().stream()
                        .noneMatch(problem -> problem.pointer().equals("/model/base")
                                || problem.pointer().startsWith("/data/retain"));
        setVisible(missing);
        setManaged(missing);
        told.setText(words.get(possible ? "reference.missing" : "reference.missing-base"));
        boolean closed = inside.getChildren().isEmpty();
        train.setVisible(possible && closed);
        train.setManaged(possible && closed);
        if (!possible) {
            inside.getChildren().clear();
        }
    }

    private void open() {
        Training now = model.form().recipe().training();
        settings = SettingsFormModel.of(Sheet.of("reference", "/properties/training")
                .key("epochs", EPOCHS)
                .key("batch")
                .key("learningRate")
                .card());
        settings.set(Map.of("epochs", EPOCHS, "batch", now.batch(), "learningRate", now.learningRate()));
        Button start = new Button(words.get("reference.start"), new FontIcon("fth-play"));
        start.setId("experiment-start-reference");
        start.getStyleClass().add(Styles.ACCENT);
        start.disableProperty().bind(settings.valid().not());
        start.setOnAction(event -> start(now));
        Button cancel = new Button(words.get("cancel"));
        cancel.setOnAction(event -> close());
        inside.getChildren()
                .setAll(List.of(new SettingsForm(settings, "experiment-reference-training"), start, cancel));
        show();
    }

    private void start(Training now) {
        Map<String, Object> values = settings.values().get();
        int batch = (Integer) values.get("batch");
        Training with = new Training(
                (Double) values.get("epochs"),
                null,
                batch,
                Math.min(batch, now.microBatch()),
                (Double) values.get("learningRate"),
                now.weightDecay(),
                now.beta1(),
                now.beta2(),
                now.epsilon(),
                1.0,
                null,
                Training.Schedule.LINEAR,
                now.clip(),
                now.seed());
        close();
        training.start(with);
    }

    private void close() {
        inside.getChildren().clear();
        show();
    }
}
