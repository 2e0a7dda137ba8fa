package org.palimpsest.app.compare.curves;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.palimpsest.app.chart.curve.CurvePanel;
import org.palimpsest.app.chart.theme.SeriesStyle;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.Subject;

/** All runs in one chart. */
final class Overlay implements CurveDisplay {
    /** More names than this are not shown. */
    private static final int NAMED = 24;

    private final CurvePanel panel;
    private final Label unnamed = new Label();
    private final Messages words;
    private final ScrollPane legend;
    private final Map<String, ShownCurve> shown = new LinkedHashMap<>();
    private String title = "";

    Overlay(Messages words) {
        this.words = words;
        panel = new CurvePanel("");
        panel.setId("compare-overlay");
        unnamed.setText(words.get("curves.unnamed", NAMED));
        unnamed.getStyleClass().add("muted");
        unnamed.setId("curves-unnamed");
        // Many names must not take the room of the curves.
        legend = new ScrollPane(panel.getBottom());
        legend.setFitToWidth(true);
        legend.getStyleClass().add("legend-scroll");
        panel.setBottom(legend);
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
        // Out of the scene, the names of a hundred curves cost nothing; nobody could read them anyway.
        panel.setBottom(found.taken().size() > NAMED ? unnamed : legend);
        Set<String> present = new HashSet<>();
        int index = 0;
        for (CurveStore.Taken taken : found.taken()) {
            String id = taken.run().id();
            present.add(id);
            ShownCurve before = shown.get(id);
            if (before == null || !before.grow(taken)) {
                panel.remove(id);
                ShownCurve curve = new ShownCurve(taken, taken.data());
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
