package org.palimpsest.engine.check;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.LongStream;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.Taps;
import org.palimpsest.engine.model.TokenBatch;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.tensor.Torch;

/** The logits of a sequence, a few positions at a time: of all at once they would be larger than the text is worth. */
final class Predictions {
    private static final int POSITIONS_AT_A_TIME = 16;

    private Predictions() {}

    /** Takes the logits [vocabulary] behind one position. */
    interface Use {
        void of(int position, float[] logits);
    }

    static void of(DecoderModel model, int[] ids, Use use) {
        int vocabulary = model.config().vocabularySize();
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(model.device())) {
            NDArray hidden = model.hidden(scope, TokenBatch.of(List.of(ids), 0), Taps.none())
                    .reshape(ids.length, model.config().hiddenSize());
            hidden.attach(scope);
            for (int from = 0; from < ids.length; from += POSITIONS_AT_A_TIME) {
                int to = Math.min(ids.length, from + POSITIONS_AT_A_TIME);
                try (NDManager pass = Scopes.child(scope)) {
                    NDArray states =
                            hidden.get(pass.create(LongStream.range(from, to).toArray()));
                    states.attach(pass);
                    float[] flat = model.logits(pass, states).toFloatArray();
                    for (int position = from; position < to; position++) {
                        float[] logits = new float[vocabulary];
                        System.arraycopy(flat, (position - from) * vocabulary, logits, 0, vocabulary);
                        use.of(position, logits);
                    }
                }
            }
        }
    }
}
