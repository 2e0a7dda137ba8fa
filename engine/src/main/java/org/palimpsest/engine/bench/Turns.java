package org.palimpsest.engine.bench;

import java.util.Arrays;

/** Times pieces of work in turn, so that whatever else the machine does meanwhile falls on all of them alike. */
final class Turns {
    private Turns() {}

    /**
     * Does all the work once unwatched, then {@code rounds} times with the clock beside it.
     *
     * @return the median time of each piece, in seconds
     */
    static double[] medians(int rounds, Runnable... work) {
        double[][] seconds = new double[work.length][rounds];
        for (Runnable piece : work) {
            piece.run();
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < work.length; i++) {
                // The other way round every second time: what comes first would otherwise always pay for what went
                // before.
                int piece = round % 2 == 0 ? i : work.length - 1 - i;
                long begin = System.nanoTime();
                work[piece].run();
                seconds[piece][round] = (System.nanoTime() - begin) / 1e9;
            }
        }
        return Arrays.stream(seconds).mapToDouble(Turns::median).toArray();
    }

    /** The middle value, or the mean of the two in the middle. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
