package org.palimpsest.app.worker.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.palimpsest.engine.event.Subject;

/**
 * Takes the values of an observation straight from the bytes of its line, if the line looks as the log writes it: a fifth of the work of a
 * reader of any JSON, which {@link NumberLine} is. The names of a log's curves come again line after line and are made into texts once. For one thread at
 * a time.
 */
final class ValueLine {
    private static final byte[] PROBE = bytes(",\"probe\":\"");
    private static final byte[] OBSERVATIONS = bytes("\",\"observations\":[");
    private static final byte[] VALUE = bytes("{\"shape\":\"value\",\"series\":\"");
    private static final byte[] SUBJECT = bytes("\",\"subject\":\"");
    private static final byte[] NUMBER = bytes("\",\"value\":");
    private static final byte[] ANY_VALUE = bytes("\"value\"");
    /** What stands before a line's probe is shorter than this. */
    private static final int HEAD = 160;

    private final List<Known> known = new ArrayList<>();
    private int expected;
    private SeriesKey[] keys = new SeriesKey[8];
    private double[] values = new double[8];
    private int size;

    /** A curve with its names as they stand in lines. */
    private record Known(byte[] probe, byte[] series, byte[] subject, SeriesKey key) {
        boolean is(byte[] block, int probeAt, int seriesAt, int subjectAt) {
            return stands(block, probeAt, probe)
                    && stands(block, seriesAt, series)
                    && stands(block, subjectAt, subject);
        }

        private static boolean stands(byte[] block, int at, byte[] name) {
            int end = at + name.length;
            return end < block.length && block[end] == '"' && Arrays.equals(block, at, end, name, 0, name.length);
        }
    }

    /** Takes a value of a curve. */
    @FunctionalInterface
    interface Values {
        void value(SeriesKey key, double value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether a line may have a value in it; those of whole distributions or of layers have none. */
    static boolean mayHave(byte[] block, int start, int length) {
        return find(block, start, start + length, ANY_VALUE) >= 0;
    }

    /**
     * Hands on the values of a line of an observation.
     *
     * @return false if the line does not look as expected: then nothing was handed on
     */
    boolean read(byte[] block, int start, int length, Values taker) {
        int end = start + length;
        int head = find(block, start, Math.min(end, start + HEAD), PROBE);
        int probe = head + PROBE.length;
        int at = head < 0 ? -1 : after(block, quote(block, probe, end), end, OBSERVATIONS);
        size = 0;
        while (at >= 0 && at < end) {
            at = value(block, probe, at, end);
            if (at < 0 || at + 1 >= end) {
                return false;
            }
            if (block[at] == ']') {
                return block[at + 1] == '}' && at + 2 == end && handOn(taker);
            }
            if (block[at] != ',') {
                return false;
            }
            at++;
        }
        return false;
    }

    /** Takes the value that begins at {@code from}; where it ends, or -1 if it does not look as expected. */
    private int value(byte[] block, int probe, int from, int end) {
        int series = after(block, from, end, VALUE);
        int subject = series < 0 ? -1 : after(block, quote(block, series, end), end, SUBJECT);
        int number = subject < 0 ? -1 : after(block, quote(block, subject, end), end, NUMBER);
        if (number < 0) {
            return -1;
        }
        int close = number;
        while (close < end && block[close] != '}') {
            close++;
        }
        double value = PlainNumber.of(block, number, close);
        SeriesKey key = key(block, probe, series, subject, end);
        if (close == end || Double.isNaN(value) || key == null) {
            return -1;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        keys[size] = key;
        values[size++] = value;
        return close + 1;
    }

    private boolean handOn(Values taker) {
        for (int i = 0; i < size; i++) {
            taker.value(keys[i], values[i]);
        }
        return true;
    }

    /** Names come in the same order in every line, so that the one expected is looked at first. */
    private SeriesKey key(byte[] block, int probe, int series, int subject, int end) {
        for (int i = 0; i < known.size(); i++) {
            int index = (expected + i) % known.size();
            if (known.get(index).is(block, probe, series, subject)) {
                expected = index + 1;
                return known.get(index).key();
            }
        }
        byte[] probeName = Arrays.copyOfRange(block, probe, quote(block, probe, end));
        byte[] seriesName = Arrays.copyOfRange(block, series, quote(block, series, end));
        byte[] subjectName = Arrays.copyOfRange(block, subject, quote(block, subject, end));
        Subject model = NumberLine.subject(new String(subjectName, StandardCharsets.UTF_8));
        if (model == null) {
            return null;
        }
        SeriesKey key = new SeriesKey(
                new String(probeName, StandardCharsets.UTF_8), new String(seriesName, StandardCharsets.UTF_8), model);
        known.add(new Known(probeName, seriesName, subjectName, key));
        return key;
    }

    /** Where the text that begins at {@code from} has its closing quote; {@code end} if it has none, or has signs that stand for others. */
    private static int quote(byte[] block, int from, int end) {
        for (int i = from; i < end; i++) {
            if (block[i] == '"') {
                return i;
            }
            if (block[i] == '\\' || block[i] >= 0 && block[i] < ' ') {
                return end;
            }
        }
        return end;
    }

    /** Where {@code word}, which must begin at {@code from}, ends; -1 if it does not begin there. */
    private static int after(byte[] block, int from, int end, byte[] word) {
        int to = from + word.length;
        return to <= end && Arrays.equals(block, from, to, word, 0, word.length) ? to : -1;
    }

    private static int find(byte[] block, int from, int end, byte[] word) {
        byte first = word[0];
        for (int i = from; i <= end - word.length; i++) {
            if (block[i] == first && Arrays.equals(block, i, i + word.length, word, 0, word.length)) {
                return i;
            }
        }
        return -1;
    }
}
