package org.palimpsest.app.worker.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the end of a step's line tells without reading the line: the tokens seen and the seconds spent, in the order of keys that the log is written in. */
final class LineTail {
    private static final byte[] TOKENS = ",\"tokens\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SECONDS = ",\"seconds\":".getBytes(StandardCharsets.US_ASCII);
    /** Both keys with their numbers are shorter than this. */
    private static final int TAIL = 90;

    /** Takes a number by its key. */
    @FunctionalInterface
    interface Numbers {
        void number(String key, double value);
    }

    private LineTail() {}

    /** Hands on both numbers; where they do not stand as expected the whole line is read. */
    static void read(byte[] block, int start, int length, Numbers numbers) throws IOException {
        int end = start + length - 1;
        int seconds = last(block, Math.max(start, end - TAIL), end, SECONDS);
        int tokens = seconds < 0 ? -1 : last(block, Math.max(start, seconds - TAIL), seconds, TOKENS);
        // A number that is not finite is a text in quotes.
        boolean plain = tokens >= 0 && block[end] == '}';
        double tokensSeen = plain ? PlainNumber.of(block, tokens + TOKENS.length, seconds) : Double.NaN;
        double secondsSpent = plain ? PlainNumber.of(block, seconds + SECONDS.length, end) : Double.NaN;
        if (Double.isNaN(tokensSeen) || Double.isNaN(secondsSpent)) {
            NumberLine.step(block, start, length, (term, name, value) -> {
                if (!term) {
                    numbers.number(name, value);
                }
            });
            return;
        }
        numbers.number("tokens", tokensSeen);
        numbers.number("seconds", secondsSpent);
    }

    private static int last(byte[] block, int from, int to, byte[] word) {
        for (int i = to - word.length; i >= from; i--) {
            int same = 0;
            while (same < word.length && block[i + same] == word[same]) {
                same++;
            }
            if (same == word.length) {
                return i;
            }
        }
        return -1;
    }
}
