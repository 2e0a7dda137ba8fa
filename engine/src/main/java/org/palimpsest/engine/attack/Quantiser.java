package org.palimpsest.engine.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** A way to store a matrix in fewer bits. */
interface Quantiser {

    /** What it is called on the attack's axis ({@code nf4}). */
    String label();

    /** Bits of a weight, scales not counted. */
    int bits();

    /**
     * Rounds a matrix.
     *
     * @param weight [out, in], float32
     */
    Quantised quantise(NDManager scope, NDArray weight);

    /**
     * A rounded matrix.
     *
     * @param codes the integers that are stored, [out, in], int32
     * @param scales one a group, [out, groups], float64
     * @param values what codes and scales stand for, [out, in], float32
     */
    record Quantised(NDArray codes, NDArray scales, NDArray values) {}
}
