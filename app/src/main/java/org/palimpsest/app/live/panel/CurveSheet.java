package org.palimpsest.app.live.panel;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.palimpsest.app.chart.curve.CurvePanel;
import org.palimpsest.app.chart.curve.MarkKind;
import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.chart.theme.SeriesStyle;

/** Brings a panel of curves to what it should show, touching only what differs: points are appended by the runs themselves. */
final class CurveSheet {
    private final CurvePanel panel;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Anchor> anchors = new LinkedHashMap<>();
    private List<Mark> marks = List.of();

    /** A curve, by an id that is unique in the panel. */
    record Line(String id, String label, SeriesStyle style, SeriesData data) {}

    /** A dashed line across. */
    record Anchor(String id, String label, double value, SeriesStyle style) {}

    /** A dashed line downwards. */
    record Mark(long step, MarkKind kind, String text) {}

    CurveSheet(CurvePanel panel) {
        this.panel = panel;
    }

    void show(List<Line> wantedLines, List<Anchor> wantedAnchors, List<Mark> wantedMarks) {
        boolean onlyMore = wantedMarks.size() >= marks.size()
                && wantedMarks.subList(0, marks.size()).equals(marks);
        if (!onlyMore) {
            // Marks cannot be taken back one by one.
            panel.clear();
            lines.clear();
            anchors.clear();
            marks = List.of();
        }
        showLines(wantedLines);
        showAnchors(wantedAnchors);
        for (Mark mark : wantedMarks.subList(marks.size(), wantedMarks.size())) {
            panel.mark(mark.step(), mark.kind(), mark.text());
        }
        marks = List.copyOf(wantedMarks);
    }

    private void showLines(List<Line> wanted) {
        Map<String, Line> next = new LinkedHashMap<>();
        wanted.forEach(line -> next.put(line.id(), line));
        for (Line line : List.copyOf(lines.values())) {
            if (!line.equals(next.get(line.id()))) {
                panel.remove(line.id());
                lines.remove(line.id());
            }
        }
        for (Line line : next.values()) {
            if (lines.putIfAbsent(line.id(), line) == null) {
                panel.add(line.id(), line.label(), line.style(), line.data());
            }
        }
    }

    private void showAnchors(List<Anchor> wanted) {
        Set<String> gone = new LinkedHashSet<>(anchors.keySet());
        for (Anchor anchor : wanted) {
            gone.remove(anchor.id());
            if (!anchor.equals(anchors.put(anchor.id(), anchor))) {
                panel.reference(anchor.id(), anchor.label(), anchor.value(), anchor.style());
            }
        }
        for (String id : gone) {
            anchors.remove(id);
            panel.reference(id, "", Double.NaN);
        }
    }
}
