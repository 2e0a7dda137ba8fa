package org.palimpsest.app.bench;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.chart.curve.CurvePanel;
import org.palimpsest.app.chart.series.SeriesData;

/** Panels as the Live place has them: a shared axis, smoothed lines before raw ones. */
final class PanelLoad implements ChartLoad {
    private final GridPane grid = new GridPane();
    private final List<CurvePanel> panels = new ArrayList<>();
    private final List<SeriesData> series = new ArrayList<>();

    PanelLoad(int charts, int seriesEach, double smoothing) {
        SharedAxis axis = new SharedAxis();
        int columns = (int) Math.ceil(Math.sqrt(charts));
        for (int chart = 0; chart < charts; chart++) {
            CurvePanel panel = new CurvePanel("Chart " + (chart + 1), axis);
            panel.smoothingProperty().set(smoothing);
            for (int s = 0; s < seriesEach; s++) {
                series.add(panel.series("series " + s, "Series " + (s + 1)));
            }
            GridPane.setHgrow(panel, Priority.ALWAYS);
            GridPane.setVgrow(panel, Priority.ALWAYS);
            grid.add(panel, chart % columns, chart / columns);
            panels.add(panel);
        }
    }

    @Override
    public Parent view() {
        return grid;
    }

    @Override
    public void append(int step) {
        for (int s = 0; s < series.size(); s++) {
            series.get(s).append(step, ChartLoad.value(s, step));
        }
    }

    @Override
    public long frames() {
        return panels.stream()
                .mapToLong(panel -> panel.surface().framesDrawn())
                .min()
                .orElse(0);
    }
}
