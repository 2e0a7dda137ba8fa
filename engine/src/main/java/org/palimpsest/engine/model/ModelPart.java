package org.palimpsest.engine.model;

/** Where in a decoder a weight stands. */
public enum ModelPart {
    /** Token and position tables and what widens the first; with tied embeddings the token table is the head as well. */
    EMBEDDINGS,
    LAYERS,
    FINAL_NORM,
    /** The output head where it is not the token table, its bias, and what narrows the states before it. */
    HEAD;

    static ModelPart of(DecoderConfig config, String parameter) {
        if (parameter.equals(LayerNames.embedding(config))
                || parameter.equals(LayerNames.positions(config))
                || parameter.equals(LayerNames.projectIn())) {
            return EMBEDDINGS;
        }
        if (parameter.startsWith(LayerNames.finalNorm(config) + ".")) {
            return FINAL_NORM;
        }
        boolean head = parameter.startsWith(LayerNames.head(config) + ".") || parameter.equals(LayerNames.projectOut());
        return head ? HEAD : LAYERS;
    }
}
