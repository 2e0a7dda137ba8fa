package org.palimpsest.app.chart.theme;

import java.awt.Color;

/** The contrast of two colours as the Web Content Accessibility Guidelines 2.1 define it, from 1 (the same) to 21 (black on white). */
public final class Contrast {
    private Contrast() {}

    /** Contrast of two opaque colours, in either order. */
    public static double of(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Relative luminance, 0 for black and 1 for white. */
    public static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    /** {@code color}, mixed with black or white just so far that it stands out from {@code background} by {@code ratio}. */
    public static Color ensure(Color color, Color background, double ratio) {
        Color towards = luminance(background) > 0.18 ? Color.BLACK : Color.WHITE;
        for (int percent = 0; percent < 100; percent += 2) {
            Color mixed = mix(color, towards, percent / 100.0);
            if (of(mixed, background) >= ratio) {
                return mixed;
            }
        }
        return towards;
    }

    /** {@code share} of {@code other} in {@code one}, opaque. */
    public static Color mix(Color one, Color other, double share) {
        return new Color(
                blend(one.getRed(), other.getRed(), share),
                blend(one.getGreen(), other.getGreen(), share),
                blend(one.getBlue(), other.getBlue(), share));
    }

    private static int blend(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
