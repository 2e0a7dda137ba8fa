package org.palimpsest.app.chart.curve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.chart.plot.Axes;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.series.Extent;
import org.palimpsest.app.chart.series.Points;
import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.chart.series.Viewport;
import org.palimpsest.app.chart.series.XChoice;
import org.palimpsest.app.chart.theme.SeriesStyle;

/** The content of a panel of curves, without any control: series, reference values and marks. Belongs to the thread of its series. */
final class Curves implements SharedAxis.Member {
    private static final Points NOTHING = new Points(new double[0], new double[0]);
    /** Room above and below the curves, as a part of their height. */
    private static final double MARGIN = 0.06;

    private final Map<String, Curve> curves = new LinkedHashMap<>();
    private final Map<String, CurvePicture.ReferenceLine> references = new LinkedHashMap<>();
    private final List<StepMark> marks = new ArrayList<>();

    /** How the vertical axis is to be drawn. */
    record Vertical(String label, boolean logarithmic, Extent zoom) {}

    /** A mark where it was set: at a step. */
    record StepMark(double step, MarkKind kind, String text) {}

    Collection<Curve> all() {
        return curves.values();
    }

    Curve get(String id) {
        return curves.get(id);
    }

    List<StepMark> marks() {
        return List.copyOf(marks);
    }

    Collection<CurvePicture.ReferenceLine> references() {
        return references.values();
    }

    /** @throws IllegalArgumentException if there is a series with this id */
    Curve add(String id, String label, SeriesStyle style, SeriesData series) {
        if (curves.containsKey(id)) {
            throw new IllegalArgumentException("The chart already has a series \"" + id + "\"; remove it first");
        }
        Curve curve = new Curve(id, label, style, series);
        curves.put(id, curve);
        return curve;
    }

    Curve remove(String id) {
        return curves.remove(id);
    }

    void reference(String id, String label, double value, SeriesStyle style) {
        if (Double.isFinite(value)) {
            references.put(id, new CurvePicture.ReferenceLine(label, value, style));
        } else {
            references.remove(id);
        }
    }

    void mark(StepMark mark) {
        marks.add(mark);
    }

    void clear() {
        curves.clear();
        references.clear();
        marks.clear();
    }

    @Override
    public Extent across(XChoice choice, boolean logarithmic) {
        Extent reach = Extent.NONE;
        for (Curve curve : curves.values()) {
            if (curve.visible()) {
                reach = reach.with(curve.view().across(choice, logarithmic));
            }
        }
        return reach;
    }

    @Override
    public double position(XChoice choice, double step) {
        if (choice == XChoice.STEP) {
            return step;
        }
        for (Curve curve : curves.values()) {
            double position = curve.series().position(choice, step);
            if (Double.isFinite(position)) {
                return position;
            }
        }
        return Double.NaN;
    }

    /** Number of values that a logarithmic vertical axis leaves out. */
    int nonPositive() {
        return curves.values().stream()
                .filter(Curve::visible)
                .mapToInt(curve -> curve.series().nonPositive())
                .sum();
    }

    /** Labels of series that cannot be drawn because they do not know where they stand on this axis. */
    List<String> unplaced(XChoice choice) {
        return curves.values().stream()
                .filter(curve -> curve.visible() && !curve.series().knows(choice))
                .map(Curve::label)
                .toList();
    }

    /** What is to be drawn. */
    CurvePicture picture(String title, AxisRange x, SharedAxis axis, Vertical vertical, double smoothing, int columns) {
        XChoice choice = axis.choiceProperty().get();
        Viewport view =
                new Viewport(choice, x.low(), x.high(), x.logarithmic(), vertical.logarithmic(), Math.max(1, columns));
        List<CurvePicture.Line> lines = new ArrayList<>();
        Extent height = Extent.NONE;
        for (Curve curve : curves.values()) {
            if (!curve.visible() || !curve.series().knows(choice)) {
                continue;
            }
            Points raw = curve.view().raw(view);
            lines.add(new CurvePicture.Line(
                    curve.label(),
                    curve.style(),
                    smoothing == 0 ? raw : curve.view().smoothed(view, smoothing),
                    smoothing == 0 ? NOTHING : raw));
            height = height.with(curve.view().upAndDown(view));
        }
        List<CurvePicture.ReferenceLine> references = this.references.values().stream()
                .filter(reference -> !vertical.logarithmic() || reference.value() > 0)
                .toList();
        for (CurvePicture.ReferenceLine reference : references) {
            height = height.with(reference.value());
        }
        List<CurvePicture.MarkLine> placed = marks.stream()
                .map(mark -> new CurvePicture.MarkLine(mark.kind(), mark.text(), axis.position(mark.step())))
                .filter(mark -> Double.isFinite(mark.x()))
                .toList();
        return new CurvePicture(title, x, vertical(vertical, height), lines, references, placed);
    }

    private static AxisRange vertical(Vertical vertical, Extent height) {
        if (vertical.zoom() != null
                && (!vertical.logarithmic() || vertical.zoom().low() > 0)) {
            return range(vertical, vertical.zoom().low(), vertical.zoom().high());
        }
        if (height.isEmpty()) {
            return vertical.logarithmic() ? range(vertical, 0.1, 10) : range(vertical, 0, 1);
        }
        double low = height.low();
        double high = height.high();
        if (vertical.logarithmic()) {
            double ratio = Math.max(high / low, 1.5);
            double room = Math.pow(ratio, MARGIN);
            return range(vertical, Math.max(low / room, Double.MIN_NORMAL), high * room);
        }
        double room = high > low ? (high - low) * MARGIN : Math.max(Math.abs(low) * 0.1, 1e-9);
        return range(vertical, low - room, high + room);
    }

    private static AxisRange range(Vertical vertical, double low, double high) {
        return new AxisRange(vertical.label(), low, high, vertical.logarithmic(), Axes.Numbers.PLAIN);
    }
}
