package org.palimpsest.app.pick;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Demonstration;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;

/** What a place that questions models shows while there is no run, and the buttons that make one. */
public final class NoRunYet extends VBox {

    /**
     * @param id begins the ids of both buttons: {@code ask} gives {@code ask-empty-demonstration}
     * @param title what is missing
     * @param text what the place would do with a run
     */
    public NoRunYet(String id, String title, String text, Workbench workbench) {
        Messages words = Messages.of("pick");
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        Label explanation = new Label(text);
        explanation.setWrapText(true);
        Button demonstration = new Button(words.get("empty.demonstration"), new FontIcon("fth-play"));
        demonstration.setId(id + "-empty-demonstration");
        demonstration.getStyleClass().add("accent");
        demonstration.setOnAction(event -> new Demonstration(workbench).start());
        Button experiment = new Button(words.get("empty.experiment"), new FontIcon("fth-sliders"));
        experiment.setId(id + "-empty-experiment");
        experiment.setOnAction(event -> workbench.navigator().go(PlaceId.EXPERIMENT));
        getChildren().addAll(heading, explanation, demonstration, experiment);
    }
}
