package org.palimpsest.app.live.run;

import java.time.Duration;
import java.util.Locale;

/** Numbers as they are shown in lists and labels: short, and the same in every language, as in recipes and logs. */
public final class Figures {
    private Figures() {}

    /** Three significant digits ({@code 0.312}, {@code 1.25e-05}); {@code –} for NaN. */
    public static String brief(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-3 || size >= 1e5) {
            return mantissa(String.format(Locale.ROOT, "%.2e", value));
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
    }

    /** {@code 1.00e-03} as {@code 1e−3}. */
    private static String mantissa(String text) {
        return text.replaceFirst("\\.?0+e", "e")
                .replaceFirst("e([+-])0?", "e$1")
                .replace("e+", "e")
                .replace('-', '−');
    }

    /** {@code 48 s}, {@code 3:20 min}, {@code 2:05 h}. */
    public static String time(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%d:%02d h", seconds / 3600, seconds / 60 % 60);
    }
}
