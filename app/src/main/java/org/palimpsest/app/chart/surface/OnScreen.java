package org.palimpsest.app.chart.surface;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;

/** Whether a node can be seen at all: it stands in a showing window, and neither it nor anything around it is hidden. */
final class OnScreen {
    private final Node node;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final List<Observable> watched = new ArrayList<>();
    private final InvalidationListener listener = changed -> look();

    OnScreen(Node node) {
        this.node = node;
        look();
    }

    ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    private void look() {
        watched.forEach(observable -> observable.removeListener(listener));
        watched.clear();
        boolean visible = true;
        for (Node each = node; each != null; each = each.getParent()) {
            watch(each.parentProperty());
            watch(each.visibleProperty());
            visible &= each.isVisible();
        }
        watch(node.sceneProperty());
        shown.set(windowShowing() && visible);
    }

    private boolean windowShowing() {
        Scene scene = node.getScene();
        if (scene == null) {
            return false;
        }
        watch(scene.windowProperty());
        Window window = scene.getWindow();
        if (window == null) {
            return false;
        }
        watch(window.showingProperty());
        Parent root = scene.getRoot();
        return window.isShowing() && root.isVisible();
    }

    private void watch(Observable observable) {
        observable.addListener(listener);
        watched.add(observable);
        // An invalidation is told once until the value is asked for again.
        if (observable instanceof javafx.beans.value.ObservableValue<?> value) {
            Object unused = value.getValue();
        }
    }
}
