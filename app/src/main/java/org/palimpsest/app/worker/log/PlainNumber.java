package org.palimpsest.app.worker.log;

import com.fasterxml.jackson.core.io.NumberInput;

/** A number straight from the bytes of a line, without a text being made of it first. */
final class PlainNumber {
    /** No number that is written for a double is longer. */
    private static final int LONGEST = 32;

    private PlainNumber() {}

    /** The number that stands from {@code from} to before {@code to}; NaN if what stands there is not the digits of one. */
    static double of(byte[] block, int from, int to) {
        int length = to - from;
        if (length < 1 || length > LONGEST) {
            return Double.NaN;
        }
        char[] digits = new char[length];
        for (int i = 0; i < length; i++) {
            byte digit = block[from + i];
            boolean belongs = digit >= '0' && digit <= '9'
                    || digit == '.'
                    || digit == '-'
                    || digit == '+'
                    || digit == 'E'
                    || digit == 'e';
            if (!belongs) {
                return Double.NaN;
            }
            digits[i] = (char) digit;
        }
        try {
            return NumberInput.parseDouble(digits, 0, length, true);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
