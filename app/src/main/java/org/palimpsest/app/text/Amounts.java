package org.palimpsest.app.text;

import java.math.BigDecimal;
import java.math.MathContext;

/** Sizes and times as a person reads them: three figures and a unit. */
public final class Amounts {
    private static final String[] BYTES = {"bytes", "kilobytes", "megabytes", "gigabytes", "terabytes"};
    private static final String[] COUNTS = {"ones", "thousands", "millions", "billions", "trillions"};
    private static final MathContext THREE = new MathContext(3);

    private final Messages words = Messages.of("amounts");

    /** {@code 2.07 MB}; a megabyte has a million bytes. */
    public String bytes(long bytes) {
        return scaled(BYTES, bytes);
    }

    /** {@code 1.24 million}, for weights and tokens. */
    public String count(long number) {
        return scaled(COUNTS, number);
    }

    /** {@code 45 s}, {@code 3 min 20 s}, {@code 2 h 5 min}; below one second {@code 0.25 s}. */
    public String seconds(double seconds) {
        if (seconds < 10) {
            return words.get("seconds", rounded(seconds));
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return words.get("seconds", whole);
        }
        if (whole < 3600) {
            return words.get("minutes", whole / 60, whole % 60);
        }
        return words.get("hours", whole / 3600, whole % 3600 / 60);
    }

    private String scaled(String[] units, long number) {
        double value = number;
        int unit = 0;
        while (Math.abs(value) >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return words.get(units[unit], rounded(value));
    }

    private static BigDecimal rounded(double value) {
        BigDecimal three = BigDecimal.valueOf(value).round(THREE);
        return three.scale() < 0 ? three.setScale(0) : three;
    }
}
