package org.palimpsest.app.live.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.palimpsest.app.chart.axis.SharedAxis;

/** Four panels, two by two; one of them can fill the place, and each can leave it for a window of its own. Axes are shared by all. */
public final class PanelGrid extends GridPane {
    /** Least width of two panels side by side, in heights of text. */
    private static final double LEAST = 44;

    private final SharedAxis axis;
    private final Consumer<List<PanelKind>> remember;
    private final List<PanelFrame> frames = new ArrayList<>();
    private final List<TornPanel> windows = new ArrayList<>();
    private PanelFrame large;
    private boolean laidNarrow;

    /**
     * @param kinds one a panel
     * @param remember told of the kinds whenever one was exchanged
     */
    public PanelGrid(SharedAxis axis, List<PanelKind> kinds, Consumer<List<PanelKind>> remember) {
        this.axis = axis;
        this.remember = remember;
        getStyleClass().add("live-grid");
        widthProperty().addListener((width, before, now) -> {
            if (narrow() != laidNarrow) {
                lay();
            }
        });
        for (int i = 0; i < kinds.size(); i++) {
            frames.add(frame(i, kinds.get(i)));
        }
        lay();
    }

    private PanelFrame frame(int place, PanelKind kind) {
        return new PanelFrame(
                place + 1,
                kind,
                axis,
                new PanelFrame.Wishes(
                        () -> remember.accept(kinds()), () -> enlarge(place), () -> tear(frames.get(place))));
    }

    /** What the panels show, in their order. */
    public List<PanelKind> kinds() {
        return frames.stream().map(PanelFrame::kind).toList();
    }

    /** Shows something else in a panel. */
    public void exchange(int place, PanelKind kind) {
        frames.get(place).exchange(kind);
        remember.accept(kinds());
    }

    /** Lets a panel fill the place, or takes it back among the others. */
    public void enlarge(int place) {
        PanelFrame frame = frames.get(place);
        large = large == frame || torn(frame) ? null : frame;
        lay();
    }

    /** Whether a panel fills the place. */
    public boolean enlarged() {
        return large != null;
    }

    /** All panels are seen again. */
    public void restore() {
        large = null;
        lay();
    }

    /** The first panel that is seen has the focus. */
    public void focus() {
        frames.stream().filter(getChildren()::contains).findFirst().ifPresent(PanelFrame::focus);
    }

    /** Shows all panels the same. */
    public void show(Shown shown) {
        frames.forEach(frame -> frame.show(shown));
    }

    private void tear(PanelFrame frame) {
        if (torn(frame)) {
            windows.stream().filter(window -> window.holds(frame)).findFirst().ifPresent(TornPanel::close);
            return;
        }
        large = large == frame ? null : large;
        getChildren().remove(frame);
        TornPanel window = new TornPanel(frame, getScene(), gone -> {
            windows.remove(gone);
            lay();
        });
        windows.add(window);
        lay();
        window.show();
    }

    /** Whether panels have windows of their own, which are seen wherever the person is. */
    public boolean hasWindows() {
        return !windows.isEmpty();
    }

    private boolean torn(PanelFrame frame) {
        return windows.stream().anyMatch(window -> window.holds(frame));
    }

    private void lay() {
        List<PanelFrame> seen = frames.stream()
                .filter(frame -> !torn(frame) && (large == null || large == frame))
                .toList();
        frames.forEach(frame -> frame.stands(frame == large, torn(frame)));
        getChildren().clear();
        getColumnConstraints().clear();
        getRowConstraints().clear();
        laidNarrow = narrow();
        int columns = laidNarrow ? 1 : Math.max(1, Math.min(2, seen.size()));
        for (int i = 0; i < seen.size(); i++) {
            boolean alone = i == seen.size() - 1 && i % columns == 0;
            add(seen.get(i), i % columns, i / columns, alone ? columns : 1, 1);
        }
        for (int column = 0; column < columns; column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100.0 / columns);
            width.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(width);
        }
        int rows = (seen.size() + columns - 1) / columns;
        for (int row = 0; row < rows; row++) {
            RowConstraints height = new RowConstraints();
            height.setPercentHeight(100.0 / rows);
            height.setVgrow(Priority.ALWAYS);
            getRowConstraints().add(height);
        }
    }

    /** Whether two panels side by side would leave each too little room for its words. */
    private boolean narrow() {
        return getWidth() > 0 && getWidth() < LEAST * frames.get(0).fontSize();
    }

    /** Takes every panel back that has a window of its own. */
    public void close() {
        List.copyOf(windows).forEach(TornPanel::close);
    }
}
