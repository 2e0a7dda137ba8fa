package org.palimpsest.app.bench;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.event.ChartProgressEvent;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** JFreeChart-FX as it comes: every point is an event, every event a redraw of all points on the thread that draws the window. */
final class NaiveLoad implements ChartLoad {
    private final GridPane grid = new GridPane();
    private final List<XYSeries> series = new ArrayList<>();
    private final long[] drawn;
    private boolean filling;

    NaiveLoad(int charts, int seriesEach) {
        drawn = new long[charts];
        int columns = (int) Math.ceil(Math.sqrt(charts));
        for (int c = 0; c < charts; c++) {
            int chart = c;
            XYSeriesCollection data = new XYSeriesCollection();
            for (int s = 0; s < seriesEach; s++) {
                XYSeries one = new XYSeries("Series " + s, false);
                series.add(one);
                data.addSeries(one);
            }
            JFreeChart picture = ChartFactory.createXYLineChart("Chart " + (c + 1), "steps", "", data);
            picture.addProgressListener(event -> {
                if (event.getType() == ChartProgressEvent.DRAWING_FINISHED) {
                    drawn[chart]++;
                }
            });
            ChartViewer viewer = new ChartViewer(picture);
            GridPane.setHgrow(viewer, Priority.ALWAYS);
            GridPane.setVgrow(viewer, Priority.ALWAYS);
            grid.add(viewer, c % columns, c / columns);
        }
    }

    @Override
    public Parent view() {
        return grid;
    }

    /** While the window is being filled, points raise no events. */
    void fill(boolean now) {
        filling = now;
        if (!now) {
            series.forEach(XYSeries::fireSeriesChanged);
        }
    }

    @Override
    public void append(int step) {
        for (int s = 0; s < series.size(); s++) {
            series.get(s).add(step, ChartLoad.value(s, step), !filling);
        }
    }

    @Override
    public long frames() {
        long least = Long.MAX_VALUE;
        for (long each : drawn) {
            least = Math.min(least, each);
        }
        return least;
    }
}
