package org.palimpsest.app.shell;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Place;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;

/** The one window. */
public final class WorkbenchWindow {
    private final Workbench workbench;
    private final Places places;
    private final StackPane middle = new StackPane();
    private final BorderPane root = new BorderPane(middle);
    private final Scene scene = new Scene(root, 1280, 800);
    private Place seen;

    public WorkbenchWindow(Workbench workbench) {
        this.workbench = workbench;
        this.places = new Places(workbench);
        root.setLeft(new Rail(workbench.navigator()));
        root.setBottom(new StatusLine(workbench));
        workbench.navigator().here().addListener((value, before, now) -> show(now));
        workbench.preferences().property().addListener((value, before, now) -> Themes.apply(now, scene));
        Themes.apply(workbench.preferences().get(), scene);
    }

    private void show(PlaceId id) {
        Place next = places.get(id);
        if (next == seen) {
            return;
        }
        if (seen != null) {
            seen.hidden();
        }
        Region view = next.view();
        middle.getChildren().setAll(view);
        seen = next;
        next.shown();
    }

    /** The content, for tests and pictures. */
    public Scene scene() {
        return scene;
    }

    /** Shows the window at the place last seen, or the Library. */
    public void show(Stage stage) {
        stage.setTitle(Messages.of("shell").get("window.title"));
        stage.setScene(scene);
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.show();
        Platform.runLater(() -> workbench.navigator().go(PlaceId.LIBRARY));
    }

    /** Lets every place give back what it holds. */
    public void close() {
        places.made().forEach(Place::close);
        workbench.runList().close();
        workbench.tasks().close();
        workbench.desk().close();
    }
}
