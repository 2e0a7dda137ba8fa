package org.palimpsest.engine.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Locale;
import java.util.Map;
import org.palimpsest.engine.tensor.Gradients;
import org.palimpsest.engine.tensor.TorchFunction;

/**
 * Distribution preference optimisation (Qin et al. 2025, arXiv 2510.04773): a Bradley-Terry loss over a pair of next-token
 * distributions, one that promotes forgetting and one that promotes memory, both made from the logits of high-confidence tokens.
 * The paper's abstract fixes the idea; the closed form used here is derived from token-level DPO.
 */
public final class DipoLoss {
    /** How the pair is made from source logits h and the mask m of confident tokens. */
    public enum PairMode {
        /** softmax(h ∓ a·m) */
        ADD,
        /** softmax(c ∓ a·m·c), c = h - mean h */
        MUL,
        /** softmax(h without the confident tokens) against softmax(h + a·m) */
        HARD
    }

    /** How positions of an answer are brought together. */
    public enum Reduction {
        SEQUENCE_SUM,
        TOKEN_MEAN
    }

    /**
     * Settings by the symbols of the formula.
     *
     * @param amplification a
     * @param topK how many tokens count as confident; not used if {@code threshold} is above 0
     * @param threshold τ, a probability from which tokens count as confident; 0 for top-k
     */
    public record Settings(
            PairMode mode,
            Reduction reduction,
            int topK,
            double threshold,
            double amplification,
            double beta,
            PreferenceScale scale) {}

    /**
     * The loss and what is worth watching of it.
     *
     * @param loss scalar
     * @param margin u, the preference margin of each sequence, [sequences]
     * @param confidentMass probability that the model gives to the confident tokens, [positions]
     */
    public record Result(NDArray loss, NDArray margin, NDArray confidentMass) {}

    private final Settings settings;
    private final TorchFunction confident;
    private final TorchFunction pair;
    private final TorchFunction advantage = Losses.compile("dipo.advantage");
    private final TorchFunction loss;

    public DipoLoss(Settings settings) {
        this.settings = settings;
        confident = settings.threshold() > 0
                ? Losses.compile("confident.threshold", Map.of("tau", settings.threshold()))
                : Losses.compile("confident.top", Map.of("k", settings.topK()));
        pair = Losses.compile(
                "pair." + settings.mode().name().toLowerCase(Locale.ROOT), Map.of("a", settings.amplification()));
        loss = Losses.compile("dipo.loss", Map.of("scale", settings.scale().factor(settings.beta())));
    }

    /**
     * The loss of a batch of answers.
     *
     * @param current h_θ, logits of the model at the answers' positions, [positions, vocabulary]
     * @param reference h_ref, logits of the frozen target there
     * @param source h, the logits that the pair is made from, not differentiated; the reference's unless the pair follows the model
     * @param sequence [positions], int64, which answer a position belongs to
     * @param counts tokens of each answer, [sequences]
     */
    public Result of(
            NDManager scope, NDArray current, NDArray reference, NDArray source, NDArray sequence, NDArray counts) {
        NDArray m = confident.call(scope, source).get(0);
        NDList distributions = pair.call(scope, source, m);
        NDArray perToken = advantage
                .call(scope, distributions.get(0), distributions.get(1), current, reference)
                .get(0);
        int sequences = (int) counts.size();
        NDArray sums = Gradients.scaled(TokenLoss.perSequence(scope, perToken, sequence, sequences), settings.beta());
        NDArray u = settings.reduction() == Reduction.TOKEN_MEAN ? sums.div(counts) : sums;
        NDArray mass = current.softmax(-1).mul(m).sum(new int[] {-1});
        return new Result(loss.call(scope, u).get(0), u, mass);
    }
}
