package org.palimpsest.engine.model;

import java.util.List;

/**
 * How attention is computed.
 *
 * @param bias whether the projections to queries, keys and values add a bias
 * @param outputBias whether the projection behind the heads does
 * @param clip queries, keys and values are held within ±clip; 0 for no bound
 * @param softcap scores s become cap·tanh(s/cap); 0 for none
 * @param layers one form a layer
 */
record AttentionForm(
        boolean bias, boolean outputBias, HeadNorm headNorm, double clip, double softcap, List<LayerForm> layers) {
    /** What normalises queries and keys before they are turned. */
    enum HeadNorm {
        NONE,
        /** The same norm for every head. */
        SHARED,
        /** A gain of its own for every head, layer norm without shift. */
        EACH,
        /** One norm over all heads together. */
        WHOLE
    }

    AttentionForm {
        layers = List.copyOf(layers);
    }
}
