package org.palimpsest.app.chart.plot;

import java.text.NumberFormat;
import java.util.Locale;

/** How values are written beside charts: four significant digits, and powers of ten where plain digits would be all zeros. */
public final class Numerals {
    private Numerals() {}

    /** A value for reading off; a dash for NaN. */
    public static String value(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < 1e6) {
            return NumberFormat.getIntegerInstance().format(number);
        }
        if (size < 1e-3 || size >= 1e6) {
            return String.format(Locale.getDefault(), "%.3e", number);
        }
        NumberFormat format = NumberFormat.getNumberInstance();
        format.setMaximumFractionDigits(Math.max(0, 3 - (int) Math.floor(Math.log10(size))));
        return format.format(number);
    }
}
