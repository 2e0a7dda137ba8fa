package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** Cosines and sines of the rotary angles of given positions, times the rotation's magnitude. */
record RotaryTable(NDArray cos, NDArray sin) {

    /** What layers get that turn nothing. */
    static RotaryTable none(NDManager scope) {
        Shape one = new Shape(1, 1, 1, 1);
        return new RotaryTable(scope.ones(one), scope.zeros(one));
    }

    /**
     * The angles' cosines and sines, [rows, 1, time, pairs].
     *
     * @param positions [rows][time]
     * @param lengths for each row how long the sequence is that its positions belong to
     */
    static RotaryTable of(NDManager scope, Rope rope, int[][] positions, int[] lengths) {
        int time = positions[0].length;
        int pairs = rope.pairs();
        float[] cos = new float[positions.length * time * pairs];
        float[] sin = new float[cos.length];
        int at = 0;
        for (int row = 0; row < positions.length; row++) {
            float[] frequencies = floats(rope.frequencies(lengths[row]));
            for (int position : positions[row]) {
                for (float frequency : frequencies) {
                    // In float32 as the checkpoints were trained, so that long contexts agree.
                    float angle = position * frequency;
                    cos[at] = (float) (rope.magnitude() * Math.cos(angle));
                    sin[at++] = (float) (rope.magnitude() * Math.sin(angle));
                }
            }
        }
        Shape shape = new Shape(positions.length, 1, time, pairs);
        return new RotaryTable(scope.create(cos, shape), scope.create(sin, shape));
    }

    private static float[] floats(List<Double> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return floats;
    }
}
