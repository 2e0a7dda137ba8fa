package org.palimpsest.app.form;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers of settings as a person writes them, and back. */
public final class NumberText {
    /** The largest whole number that stands for itself alone in floating point, 2⁵³ − 1; seeds go up to it. */
    static final double MOST_EXACT = 9_007_199_254_740_991.0;

    private NumberText() {}

    /** The shortest writing that reads back as the same number: {@code 20}, {@code 0.0001}, {@code 1e-6}. */
    public static String of(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= MOST_EXACT) {
            return Long.toString((long) value);
        }
        if (Double.isFinite(value) && Math.abs(value) >= 1e-4 && Math.abs(value) < 1e15) {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
        return Double.toString(value).toLowerCase(Locale.ROOT).replace(".0e", "e");
    }

    /**
     * The number in a text; a comma counts as a decimal point where it can be nothing else.
     *
     * @return null if the text is no finite number
     */
    public static Double parse(String text) {
        String plain = text.strip();
        plain = plain.indexOf(',') == plain.lastIndexOf(',') && plain.indexOf('.') < 0
                ? plain.replace(',', '.')
                : plain;
        if (!plain.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?")) {
            return null;
        }
        double value = Double.parseDouble(plain);
        return Double.isFinite(value) ? value : null;
    }
}
