package org.palimpsest.app.compare;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Demonstration;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;

/** What is seen before there is a run. */
final class NoRuns extends VBox {

    NoRuns(Workbench workbench, Messages words) {
        getStyleClass().add("no-runs");
        Label title = new Label(words.get("empty.title"));
        title.getStyleClass().add("title");
        Label text = new Label(words.get("empty.text"));
        text.setWrapText(true);
        Button begin = new Button(words.get("empty.experiment"), new FontIcon("fth-sliders"));
        begin.setId("compare-to-experiment");
        begin.setOnAction(event -> workbench.navigator().go(PlaceId.EXPERIMENT));
        Button demonstration = new Button(words.get("empty.demonstration"), new FontIcon("fth-play"));
        demonstration.setId("compare-demonstration");
        demonstration.getStyleClass().add("accent");
        demonstration.setOnAction(event -> new Demonstration(workbench).start());
        HBox buttons = new HBox(demonstration, begin);
        buttons.getStyleClass().add("buttons");
        getChildren().addAll(title, text, buttons);
    }
}
