package org.palimpsest.engine.model;

/**
 * In what one layer's attention differs from another's.
 *
 * @param window how many positions a query sees back, itself counted; 0 for all
 * @param scale factor of the attention scores, usually 1/√d
 * @param rotation which of the decoder's rotations turns queries and keys; -1 for none
 */
record LayerForm(int window, double scale, int rotation) {
    boolean rotated() {
        return rotation >= 0;
    }
}
