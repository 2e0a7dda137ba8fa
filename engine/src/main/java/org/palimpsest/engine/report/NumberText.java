package org.palimpsest.engine.report;

import java.util.Locale;

/** Numbers as a reader wants them: three significant digits, powers of ten where digits would be zeros, a dash for none. */
final class NumberText {

    static final String MISSING = "–";
    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double LARGEST_PLAIN = 1e5;

    private NumberText() {}

    static String of(Double value) {
        if (value == null || value.isNaN()) {
            return MISSING;
        }
        if (value.isInfinite()) {
            return value > 0 ? "∞" : "-∞";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < LARGEST_PLAIN && value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        if (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) {
            return String.format(Locale.ROOT, "%.1e", value)
                    .replaceAll("e([+-])0*(\\d+)$", "e$1$2")
                    .replace("e+", "e");
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** The number with its unit behind it, and no unit behind a missing number. */
    static String of(Double value, String unit) {
        String text = of(value);
        return unit.isEmpty() || text.equals(MISSING) ? text : text + " " + unit;
    }

    /** A share as whole per cent. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** Seconds as seconds, minutes or hours. */
    static String duration(double seconds) {
        if (seconds < 120) {
            return of(seconds, "s");
        }
        return seconds < 7200 ? of(seconds / 60, "min") : of(seconds / 3600, "h");
    }
}
