package org.palimpsest.engine.model;

/** Where in a decoder a weight stands. */
public enum ModelPart {
    /** Token and position tables; with tied embeddings the token table is the head as well. */
    EMBEDDINGS,
    LAYERS,
    FINAL_NORM,
    /** The output head where it is not the token table. */
    HEAD;

    static ModelPart of(DecoderConfig config, String parameter) {
        if (parameter.equals(LayerNames.embedding(config)) || parameter.equals(LayerNames.positions())) {
            return EMBEDDINGS;
        }
        if (parameter.startsWith(LayerNames.finalNorm(config) + ".")) {
            return FINAL_NORM;
        }
        return parameter.startsWith(LayerNames.head(config) + ".") ? HEAD : LAYERS;
    }
}
