package org.palimpsest.engine.model;

import java.util.List;

/**
 * The shape of a decoder, read from {@code config.json}.
 *
 * @param headSize width of one attention head, d_k
 * @param attentionScale factor of the attention scores, usually 1/√d_k
 * @param attentionSoftcap scores s become cap·tanh(s/cap); 0 for none
 * @param logitSoftcap the same of the final logits; 0 for none
 * @param slidingWindows for each layer how many positions a query sees back, itself counted; 0 for all
 * @param rope null where positions are a learned table
 * @param embeddingScale factor of the token embeddings
 * @param paddingId token whose input embedding gets no gradient; -1 for none
 */
public record DecoderConfig(
        Architecture architecture,
        int vocabularySize,
        int hiddenSize,
        int layers,
        int heads,
        int keyValueHeads,
        int headSize,
        int intermediateSize,
        int contextLength,
        double normEpsilon,
        String activation,
        boolean attentionBias,
        boolean feedForwardBias,
        boolean parallelResidual,
        double attentionScale,
        double attentionSoftcap,
        double logitSoftcap,
        List<Integer> slidingWindows,
        Rope rope,
        double embeddingScale,
        int paddingId,
        boolean tiedEmbeddings) {
    public DecoderConfig {
        slidingWindows = List.copyOf(slidingWindows);
    }

    /** How many heads look at the same keys and values. */
    int queriesPerKey() {
        return heads / keyValueHeads;
    }

    Architecture.Residual residual() {
        boolean serialised = architecture.residual == Architecture.Residual.PARALLEL && !parallelResidual;
        return serialised ? Architecture.Residual.SEQUENTIAL : architecture.residual;
    }
}
