package org.palimpsest.app.compare.curves;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.palimpsest.app.chart.curve.CurvePanel;
import org.palimpsest.app.chart.theme.SeriesStyle;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.Subject;

/** All runs in one chart. */
final class Overlay implements CurveDisplay {
    private final CurvePanel panel;
    private final Messages words;
    private final Map<String, ShownCurve> shown = new LinkedHashMap<>();
    private String title = "";

    Overlay(Messages words) {
        this.words = words;
        panel = new CurvePanel("");
        panel.setId("compare-overlay");
        // A hundred names must not take the room of the curves.
        Node legend = panel.getBottom();
        ScrollPane scroll = new ScrollPane(legend);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("legend-scroll");
        panel.setBottom(scroll);
    }

    @Override
    public Region view() {
        return panel;
    }

    @Override
    public void show(String newTitle, CurveStore.Found found) {
        if (!newTitle.equals(title)) {
            panel.clear();
            shown.clear();
            title = newTitle;
            panel.titleProperty().set(newTitle);
        }
        Set<String> present = new HashSet<>();
        int index = 0;
        for (CurveStore.Taken taken : found.taken()) {
            String id = taken.run().id();
            present.add(id);
            ShownCurve before = shown.get(id);
            if (before == null || !before.grow(taken)) {
                panel.remove(id);
                ShownCurve curve = new ShownCurve(taken);
                shown.put(id, curve);
                panel.add(id, taken.run().name(), SeriesStyle.of(index), curve.data());
            }
            index++;
        }
        Set<String> gone = new HashSet<>(shown.keySet());
        gone.removeAll(present);
        gone.forEach(panel::remove);
        shown.keySet().removeAll(gone);
        baseline(found, Subject.TARGET, "row.target", SeriesStyle.TARGET);
        baseline(found, Subject.REFERENCE, "row.reference", SeriesStyle.REFERENCE);
    }

    private void baseline(CurveStore.Found found, Subject subject, String word, SeriesStyle style) {
        panel.reference(word, words.get(word), Baselines.value(found, subject), style);
    }
}
