package org.palimpsest.app.ask;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.workbench.Demonstration;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;

/** What is seen while there is no run whose model could be asked. */
final class AskEmpty extends VBox {

    AskEmpty(AskWords words, Workbench workbench) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label title = new Label(words.get("empty.title"));
        title.getStyleClass().add("section-title");
        Label text = new Label(words.get("empty.text"));
        text.setWrapText(true);
        Button demonstration = new Button(words.get("empty.demonstration"), new FontIcon("fth-play"));
        demonstration.setId("ask-empty-demonstration");
        demonstration.getStyleClass().add("accent");
        demonstration.setOnAction(event -> new Demonstration(workbench).start());
        Button experiment = new Button(words.get("empty.experiment"), new FontIcon("fth-sliders"));
        experiment.setId("ask-empty-experiment");
        experiment.setOnAction(event -> workbench.navigator().go(PlaceId.EXPERIMENT));
        getChildren().addAll(title, text, demonstration, experiment);
    }
}
