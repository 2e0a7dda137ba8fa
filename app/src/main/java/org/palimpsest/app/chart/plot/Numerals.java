package org.palimpsest.app.chart.plot;

import java.text.NumberFormat;
import java.util.Locale;

/** How values are written beside charts: four significant digits, and powers of ten where plain digits would be all zeros. */
public final class Numerals {
    private static final ThreadLocal<Formats> FORMATS = ThreadLocal.withInitial(Formats::new);

    private Numerals() {}

    /** A value for reading off; a dash for NaN. */
    public static String value(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < 1e6) {
            return FORMATS.get().whole().format(number);
        }
        if (size < 1e-3 || size >= 1e6) {
            return String.format(Locale.getDefault(), "%.3e", number);
        }
        return FORMATS.get()
                .digits(Math.max(0, 3 - (int) Math.floor(Math.log10(size))))
                .format(number);
    }

    /** The formats of a thread: making one takes longer than writing a hundred numbers with it, and no two threads may share one. */
    private static final class Formats {
        private Locale locale;
        private NumberFormat whole;
        private NumberFormat digits;

        NumberFormat whole() {
            follow();
            return whole;
        }

        NumberFormat digits(int atMost) {
            follow();
            digits.setMaximumFractionDigits(atMost);
            return digits;
        }

        /** The language may have changed since. */
        private void follow() {
            Locale now = Locale.getDefault(Locale.Category.FORMAT);
            if (!now.equals(locale)) {
                locale = now;
                whole = NumberFormat.getIntegerInstance(now);
                digits = NumberFormat.getNumberInstance(now);
            }
        }
    }
}
