package org.palimpsest.engine.model;

import java.util.Collections;
import java.util.List;

/**
 * The shape of a decoder, read from {@code config.json}.
 *
 * @param ropes the rotations that layers choose from; none where positions are a learned table
 * @param paddingId token whose input embedding gets no gradient; -1 for none
 * @param tiedEmbeddings whether the head is the token table
 */
public record DecoderConfig(
        Architecture architecture,
        Dimensions dimensions,
        BlockForm block,
        AttentionForm attention,
        Scales scales,
        List<Rope> ropes,
        int paddingId,
        boolean tiedEmbeddings) {
    public DecoderConfig {
        ropes = List.copyOf(ropes);
    }

    /** A Llama without biases or windows, ε 1e-6, whose rotations have base 10000. */
    public static DecoderConfig llama(Dimensions dimensions, boolean tiedEmbeddings) {
        Architecture llama = Architecture.LLAMA;
        LayerForm layer = new LayerForm(0, 1 / Math.sqrt(dimensions.headSize()), 0);
        return new DecoderConfig(
                llama,
                dimensions,
                new BlockForm(llama.norm, 1e-6, llama.residual, true, "silu", false),
                new AttentionForm(
                        false,
                        false,
                        AttentionForm.HeadNorm.NONE,
                        0,
                        0,
                        Collections.nCopies(dimensions.layers(), layer)),
                Scales.NONE,
                List.of(Rope.of(10_000, dimensions.headSize())),
                -1,
                tiedEmbeddings);
    }

    /** The same with other rotations. */
    DecoderConfig withRopes(List<Rope> others) {
        return new DecoderConfig(architecture, dimensions, block, attention, scales, others, paddingId, tiedEmbeddings);
    }

    /** The same with a head of its own beside the token table. */
    DecoderConfig untied() {
        return new DecoderConfig(architecture, dimensions, block, attention, scales, ropes, paddingId, false);
    }

    public int vocabularySize() {
        return dimensions.vocabulary();
    }

    public int hiddenSize() {
        return dimensions.hidden();
    }

    public int layers() {
        return dimensions.layers();
    }

    public int heads() {
        return dimensions.heads();
    }

    public int keyValueHeads() {
        return dimensions.keyValueHeads();
    }

    /** Width of one attention head. */
    public int headSize() {
        return dimensions.headSize();
    }

    public int intermediateSize() {
        return dimensions.intermediate();
    }

    /** Positions that the model is made for. */
    public int contextLength() {
        return dimensions.context();
    }

    /** The activation inside the feed-forward block. */
    public String activation() {
        return block.activation();
    }

    /** Whether positions are a learned table and not rotations. */
    public boolean learnedPositions() {
        return architecture.learnedPositions();
    }

    /** For each layer how many positions a query sees back, itself counted; 0 for all. */
    public List<Integer> slidingWindows() {
        return attention.layers().stream().map(LayerForm::window).toList();
    }

    /** Rows of the learned position table; 0 where there is none. */
    public int positionRows() {
        return learnedPositions() ? contextLength() + architecture.positionOffset() : 0;
    }

    LayerForm layer(int index) {
        return attention.layers().get(index);
    }

    /** How many heads look at the same keys and values. */
    int queriesPerKey() {
        return heads() / keyValueHeads();
    }
}
