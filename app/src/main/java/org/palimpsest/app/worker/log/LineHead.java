package org.palimpsest.app.worker.log;

import java.nio.charset.StandardCharsets;

/** What the beginning of a line tells without reading the line: its kind and its step, in the order of keys that the log is written in. */
final class LineHead {
    private static final byte[] EVENT = bytes("{\"event\":\"");
    private static final byte[] STEP_KIND = bytes("step\"");
    private static final byte[] OBSERVED_KIND = bytes("observed\"");
    private static final byte[] PROGRESS_KIND = bytes("progress\"");
    private static final byte[] POINT_KIND = bytes("attack-point\"");
    private static final byte[] STEP = bytes(",\"step\":");
    /** A line's sequence number and time are shorter than this. */
    private static final int HEAD = 120;

    /** Kinds of lines that are many; all others are few. */
    enum Kind {
        STEP,
        OBSERVED,
        /** Tells nothing that lasts. */
        PASSING,
        OTHER
    }

    private LineHead() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static Kind kind(byte[] block, int start, int length) {
        if (!has(block, start, length, EVENT)) {
            return Kind.OTHER;
        }
        int from = start + EVENT.length;
        int left = length - EVENT.length;
        if (has(block, from, left, STEP_KIND)) {
            return Kind.STEP;
        }
        if (has(block, from, left, OBSERVED_KIND)) {
            return Kind.OBSERVED;
        }
        return has(block, from, left, PROGRESS_KIND) || has(block, from, left, POINT_KIND) ? Kind.PASSING : Kind.OTHER;
    }

    /** The step of a line, or -1 if it does not stand where the log writes it. */
    static long step(byte[] block, int start, int length) {
        int end = start + Math.min(length, HEAD) - STEP.length;
        for (int i = start + EVENT.length; i < end; i++) {
            if (block[i] == ',' && has(block, i, STEP.length, STEP)) {
                return number(block, i + STEP.length, start + length);
            }
        }
        return -1;
    }

    private static long number(byte[] block, int from, int end) {
        long value = 0;
        int i = from;
        for (; i < end && block[i] >= '0' && block[i] <= '9'; i++) {
            value = value * 10 + (block[i] - '0');
        }
        return i == from ? -1 : value;
    }

    private static boolean has(byte[] block, int start, int length, byte[] word) {
        if (length < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (block[start + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
