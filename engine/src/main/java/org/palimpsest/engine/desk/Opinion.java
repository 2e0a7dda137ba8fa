package org.palimpsest.engine.desk;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.LongStream;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.Taps;
import org.palimpsest.engine.model.TokenBatch;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.text.Tokenizer;

/**
 * What a model thinks of one token of a text, given those before it.
 *
 * @param id the token
 * @param probability of the token at its place, 0 to 1
 * @param top the likeliest tokens there that a text can have, likeliest first; none where the model's logits are not finite
 */
record Opinion(int id, double probability, List<DeskReply.Share> top) {
    /** How many of the likeliest tokens are told. */
    static final int TOP = 8;

    /** So many positions at a time: with a vocabulary of 128,000 their logits take 32 MB. */
    private static final int POSITIONS_AT_A_TIME = 64;

    /**
     * Opinions on the tokens from index {@code from} on, one a token.
     *
     * @param ids the whole text with its prompt, at least {@code from} of them
     * @param from at least 1: something must stand before a token to predict it
     * @throws IllegalArgumentException if the text does not fit the model's context
     */
    static List<Opinion> of(DecoderModel model, Tokenizer tokenizer, int[] ids, int from) {
        List<Opinion> opinions = new ArrayList<>();
        BitSet tokens = tokenizer.sayable();
        if (ids.length == from) {
            return opinions;
        }
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(model.device())) {
            NDArray hidden = model.hidden(scope, TokenBatch.of(List.of(ids), 0), Taps.none())
                    .reshape(-1, model.config().hiddenSize());
            for (int at = from; at < ids.length; at += POSITIONS_AT_A_TIME) {
                int to = Math.min(ids.length, at + POSITIONS_AT_A_TIME);
                try (NDManager pass = Scopes.child(scope)) {
                    NDArray states = hidden.get(
                            pass.create(LongStream.range(at - 1, to - 1).toArray()));
                    states.attach(pass);
                    float[] logits = model.logits(pass, states).toFloatArray();
                    int vocabulary = logits.length / (to - at);
                    for (int i = 0; i < to - at; i++) {
                        float[] row = Arrays.copyOfRange(logits, i * vocabulary, (i + 1) * vocabulary);
                        opinions.add(of(row, ids[at + i], tokenizer, tokens));
                    }
                }
            }
        }
        return opinions;
    }

    /** The softmax of one position's logits, computed in double precision; NaN throughout where they are not finite. */
    static Opinion of(float[] logits, int id, Tokenizer tokenizer) {
        return of(logits, id, tokenizer, tokenizer.sayable());
    }

    private static Opinion of(float[] logits, int id, Tokenizer tokenizer, BitSet tokens) {
        double peak = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            peak = Math.max(peak, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - peak);
        }
        double normaliser = peak + Math.log(sum);
        if (!Double.isFinite(normaliser)) {
            return new Opinion(id, Double.NaN, List.of());
        }
        List<DeskReply.Share> top = new ArrayList<>();
        for (int likely : likeliest(logits, tokens)) {
            top.add(new DeskReply.Share(likely, text(tokenizer, likely), Math.exp(logits[likely] - normaliser)));
        }
        return new Opinion(id, Math.exp(logits[id] - normaliser), List.copyOf(top));
    }

    /** Ids of the largest logits, largest first; of equals the lower id. */
    private static Deque<Integer> likeliest(float[] logits, BitSet tokens) {
        Comparator<Integer> worstFirst =
                Comparator.<Integer>comparingDouble(id -> logits[id]).thenComparing(Comparator.<Integer>reverseOrder());
        PriorityQueue<Integer> best = new PriorityQueue<>(worstFirst);
        for (int id = tokens.nextSetBit(0); id >= 0 && id < logits.length; id = tokens.nextSetBit(id + 1)) {
            if (best.size() < TOP) {
                best.add(id);
            } else if (logits[id] > logits[best.peek()]) {
                best.poll();
                best.add(id);
            }
        }
        Deque<Integer> ordered = new ArrayDeque<>();
        while (!best.isEmpty()) {
            ordered.addFirst(best.poll());
        }
        return ordered;
    }

    /** A model may have more logits than its tokenizer has tokens. */
    static String text(Tokenizer tokenizer, int id) {
        return id < tokenizer.vocabularySize() ? tokenizer.token(id) : "<unused " + id + ">";
    }
}
