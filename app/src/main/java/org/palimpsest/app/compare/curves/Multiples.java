package org.palimpsest.app.compare.curves;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.chart.curve.CurvePanel;
import org.palimpsest.app.chart.series.Extent;
import org.palimpsest.app.chart.theme.SeriesStyle;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.worker.log.Column;
import org.palimpsest.engine.event.Subject;

/** A small chart for each run, all with the same axes, so that heights compare. */
final class Multiples implements CurveDisplay {
    private static final int LIMIT = 36;

    private final Messages words;
    private final TilePane tiles = new TilePane();
    private final Label said = new Label();
    private final ScrollPane scroll;
    private final Map<String, CurvePanel> panels = new LinkedHashMap<>();
    private final Map<String, ShownCurve> shown = new LinkedHashMap<>();
    private SharedAxis axis = new SharedAxis();
    private String title = "";

    Multiples(Messages words) {
        this.words = words;
        tiles.getStyleClass().add("multiples");
        tiles.setId("compare-multiples");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        scroll = new ScrollPane(new VBox(said, tiles));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
    }

    @Override
    public Region view() {
        return scroll;
    }

    @Override
    public void show(String newTitle, CurveStore.Found found) {
        List<CurveStore.Taken> taken =
                found.taken().subList(0, Math.min(LIMIT, found.taken().size()));
        List<String> ids = taken.stream().map(one -> one.run().id()).toList();
        if (!newTitle.equals(title) || !List.copyOf(panels.keySet()).equals(ids)) {
            title = newTitle;
            panels.clear();
            shown.clear();
            axis = new SharedAxis();
        }
        said.setText(
                taken.size() < found.taken().size()
                        ? words.get("curves.limit", taken.size(), found.taken().size())
                        : "");
        double target = Baselines.value(found, Subject.TARGET);
        double reference = Baselines.value(found, Subject.REFERENCE);
        for (CurveStore.Taken one : taken) {
            String id = one.run().id();
            CurvePanel panel = panels.computeIfAbsent(id, any -> panel(one.run().name()));
            ShownCurve before = shown.get(id);
            if (before == null || !before.grow(one)) {
                panel.remove(id);
                ShownCurve curve = new ShownCurve(one, one.again());
                shown.put(id, curve);
                panel.add(id, newTitle, SeriesStyle.NOW, curve.data());
            }
            panel.reference("target", words.get("row.target"), target, SeriesStyle.TARGET);
            panel.reference("reference", words.get("row.reference"), reference, SeriesStyle.REFERENCE);
        }
        sameHeight(taken, target, reference);
        if (!tiles.getChildren().equals(List.copyOf(panels.values()))) {
            tiles.getChildren().setAll(panels.values());
        }
    }

    private CurvePanel panel(String name) {
        CurvePanel panel = new CurvePanel(name, axis);
        panel.getStyleClass().add("multiple");
        panel.setBottom(null);
        return panel;
    }

    private void sameHeight(List<CurveStore.Taken> taken, double... baselines) {
        Extent height = Extent.NONE;
        for (CurveStore.Taken one : taken) {
            Column values = one.values();
            for (int i = 0; i < values.size(); i++) {
                height = Double.isFinite(values.value(i)) ? height.with(values.value(i)) : height;
            }
        }
        for (double baseline : baselines) {
            height = Double.isFinite(baseline) ? height.with(baseline) : height;
        }
        Extent same = height.isEmpty() || !(height.high() > height.low())
                ? null
                : new Extent(
                        height.low() - 0.05 * (height.high() - height.low()),
                        height.high() + 0.05 * (height.high() - height.low()));
        panels.values().forEach(panel -> panel.zoomYProperty().set(same));
    }
}
