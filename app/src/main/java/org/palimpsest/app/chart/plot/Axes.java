package org.palimpsest.app.chart.plot;

import java.text.DecimalFormat;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;
import org.palimpsest.app.chart.theme.ChartTheme;

/** Linear and logarithmic axes in the window's theme. */
public final class Axes {
    private Axes() {}

    /** How an axis writes its numbers. */
    public enum Numbers {
        /** As short as the distance of the ticks allows. */
        PLAIN,
        /** Whole numbers only. */
        WHOLE,
        /** Large counts with a letter for thousands and millions. */
        COMPACT,
        /** Seconds as minutes and hours. */
        TIME
    }

    /** An axis that shows exactly {@code low} to {@code high}. */
    public static ValueAxis of(
            String label, double low, double high, boolean logarithmic, Numbers numbers, ChartTheme theme) {
        ValueAxis axis = logarithmic ? logAxis(label, numbers) : linearAxis(label, numbers);
        axis.setRange(low, high);
        dress(axis, theme);
        return axis;
    }

    /** Fonts and colours of an axis. */
    public static void dress(org.jfree.chart.axis.Axis axis, ChartTheme theme) {
        axis.setLabelFont(theme.font(0.9));
        axis.setLabelPaint(theme.foreground());
        axis.setTickLabelFont(theme.font(0.85));
        axis.setTickLabelPaint(theme.muted());
        axis.setAxisLinePaint(theme.border());
        axis.setTickMarkPaint(theme.border());
        axis.setLabelInsets(new RectangleInsets(1, 1, 1, 1));
        axis.setTickLabelInsets(new RectangleInsets(1, 3, 1, 3));
    }

    private static ValueAxis linearAxis(String label, Numbers numbers) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        switch (numbers) {
            case WHOLE -> axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
            case COMPACT -> axis.setNumberFormatOverride(compact());
            case TIME -> axis.setNumberFormatOverride(new Clock());
            default -> axis.setStandardTickUnits(NumberAxis.createStandardTickUnits());
        }
        return axis;
    }

    private static ValueAxis logAxis(String label, Numbers numbers) {
        return new DecadeAxis(
                label,
                switch (numbers) {
                    case TIME -> new Clock();
                    case COMPACT, WHOLE -> compact();
                    case PLAIN -> new Powers();
                });
    }

    private static NumberFormat compact() {
        NumberFormat format = NumberFormat.getCompactNumberInstance(Locale.getDefault(), NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return format;
    }

    /** Powers of ten that may be very small. */
    private static final class Powers extends NumberFormat {
        private static final long serialVersionUID = 1;

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            double size = Math.abs(number);
            if (size != 0 && (size < 1e-3 || size >= 1e5)) {
                return to.append(new DecimalFormat("0.###E0").format(number));
            }
            return to.append(Numerals.value(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return format((double) number, to, position);
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("An axis writes numbers and reads none");
        }
    }

    /** Seconds as m:ss or h:mm:ss. */
    private static final class Clock extends NumberFormat {
        private static final long serialVersionUID = 1;

        @Override
        public StringBuffer format(double seconds, StringBuffer to, FieldPosition position) {
            return to.append(clock(seconds));
        }

        @Override
        public StringBuffer format(long seconds, StringBuffer to, FieldPosition position) {
            return to.append(clock((double) seconds));
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("An axis writes numbers and reads none");
        }
    }

    /** Seconds as a person writes them: 2.5, 1:05, 2:00:00. */
    public static String clock(double seconds) {
        if (Math.abs(seconds) < 60) {
            return NumberFormat.getNumberInstance().format(seconds) + " s";
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format("%d:%02d", whole / 60, whole % 60)
                : String.format("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
