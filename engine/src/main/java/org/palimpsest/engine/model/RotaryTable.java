package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Cosines and sines of the rotary angles of given positions. */
record RotaryTable(NDArray cos, NDArray sin) {

    /**
     * The angles' cosines and sines, [rows, 1, time, dimensions / 2].
     *
     * @param positions [rows][time]
     */
    static RotaryTable of(NDManager scope, Rope rope, int[][] positions) {
        double[] frequencies = rope == null
                ? new double[1]
                : rope.frequencies().stream().mapToDouble(Double::doubleValue).toArray();
        int time = positions[0].length;
        float[] cos = new float[positions.length * time * frequencies.length];
        float[] sin = new float[cos.length];
        int at = 0;
        for (int[] row : positions) {
            for (int position : row) {
                for (double frequency : frequencies) {
                    // In float32 as the checkpoints were trained, so that long contexts agree.
                    float angle = position * (float) frequency;
                    cos[at] = (float) Math.cos(angle);
                    sin[at++] = (float) Math.sin(angle);
                }
            }
        }
        Shape shape = new Shape(positions.length, 1, time, frequencies.length);
        return new RotaryTable(scope.create(cos, shape), scope.create(sin, shape));
    }
}
