package org.palimpsest.app.live.panel;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.chart.box.ChartBox;
import org.palimpsest.app.chart.curve.CurvePanel;
import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.chart.theme.Dash;
import org.palimpsest.app.chart.theme.Marker;
import org.palimpsest.app.chart.theme.SeriesStyle;
import org.palimpsest.app.live.run.CurveKey;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.app.text.Messages;

/** A panel of curves over the shared axis. What is drawn of the chosen run and what of those laid over it is for each kind to say. */
abstract class CurveLivePanel implements LivePanel {
    private final PanelKind kind;
    private final CurvePanel panel;
    private final CurveSheet sheet;
    private final MarkWords marks = new MarkWords();
    private final SeriesWords series = new SeriesWords();
    private final Messages words = Messages.of("live");

    CurveLivePanel(PanelKind kind, SharedAxis axis) {
        this.kind = kind;
        this.panel = new CurvePanel(words.get(kind.key()), axis);
        this.sheet = new CurveSheet(panel);
        panel.yLabelProperty().set(words.get(kind.key() + ".axis"));
        panel.setId("panel-" + kind.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public final PanelKind kind() {
        return kind;
    }

    @Override
    public final ChartBox box() {
        return panel;
    }

    final CurvePanel panel() {
        return panel;
    }

    final Messages words() {
        return words;
    }

    final SeriesWords seriesWords() {
        return series;
    }

    /** Curves of the run in the foreground. */
    abstract List<CurveKey> own(Watched run);

    /** Curves of a run that is laid over it. */
    abstract List<CurveKey> laidOver(Watched run);

    /** Values of other models that are drawn across. */
    List<CurveSheet.Anchor> anchors(Watched run) {
        return List.of();
    }

    @Override
    public void show(Shown shown) {
        List<CurveSheet.Line> lines = new ArrayList<>();
        for (int i = 0; i < shown.runs().size(); i++) {
            Watched run = shown.runs().get(i);
            List<CurveKey> keys = i == 0 ? own(run) : laidOver(run);
            for (int k = 0; k < keys.size(); k++) {
                SeriesData data = run.run().curves().get(keys.get(k));
                if (data != null) {
                    lines.add(line(shown, i, keys.get(k), k, data));
                }
            }
        }
        boolean any = shown.chosen() != null;
        sheet.show(lines, any ? anchors(shown.chosen()) : List.of(), any ? marks.drawn(shown.chosen()) : List.of());
    }

    private CurveSheet.Line line(Shown shown, int place, CurveKey key, int number, SeriesData data) {
        Watched run = shown.runs().get(place);
        String label = shown.several()
                ? words.get("series.of-run", run.run().name(), series.brief(key, run))
                : series.name(key, run);
        return new CurveSheet.Line(
                run.run().id() + "/" + key.family() + "/" + key.name(),
                label,
                shown.several() ? style(shown.colours().get(place), number) : SeriesStyle.of(number),
                data);
    }

    /** With several runs the colour tells the run, and dash and marker the series. */
    private static SeriesStyle style(int run, int number) {
        Dash[] dashes = Dash.values();
        Marker[] markers = Marker.values();
        return new SeriesStyle(run, dashes[number % dashes.length], markers[(run + number) % markers.length]);
    }
}
