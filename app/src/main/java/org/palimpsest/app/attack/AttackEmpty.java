package org.palimpsest.app.attack;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.workbench.Demonstration;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;

/** What is seen while there is no run whose model could be attacked. */
final class AttackEmpty extends VBox {

    AttackEmpty(AttackWords words, Workbench workbench) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label title = new Label(words.get("empty.title"));
        title.getStyleClass().add("section-title");
        Label text = new Label(words.get("empty.text"));
        text.setWrapText(true);
        Button demonstration = new Button(words.get("empty.demonstration"), new FontIcon("fth-play"));
        demonstration.setId("attack-empty-demonstration");
        demonstration.getStyleClass().add("accent");
        demonstration.setOnAction(event -> new Demonstration(workbench).start());
        Button experiment = new Button(words.get("empty.experiment"), new FontIcon("fth-sliders"));
        experiment.setId("attack-empty-experiment");
        experiment.setOnAction(event -> workbench.navigator().go(PlaceId.EXPERIMENT));
        getChildren().addAll(title, text, demonstration, experiment);
    }
}
