package org.palimpsest.engine.probe;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.palimpsest.engine.card.ProbeCard;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.TokenShare;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.text.Tokenizer;

/**
 * What comes next after pinned prompts: the likeliest tokens of target, model now and retained reference with their
 * probabilities, and the divergences KL(other ‖ now) over the whole vocabulary in nats. Without pinned prompts the first three
 * forget questions are asked, or where the questions are not at hand the prompts of the first three forget examples. Series: {@code prompt.1}, {@code prompt.2}, ...
 */
@AutoService(Probe.class)
public final class TokenDistribution implements Probe {
    private static final int PROMPTS_BY_DEFAULT = 3;

    @Override
    public ProbeCard card() {
        return Probes.card("token-distribution");
    }

    /** @throws IllegalArgumentException if a prompt is longer than a sequence may be */
    @Override
    public ProbeSession open(ProbeContext context) {
        return new Session(context, prompts(context));
    }

    private static List<Prompt> prompts(ProbeContext context) {
        if (!context.prompts().isEmpty()) {
            return asked(context, context.prompts());
        }
        WatchedSets sets = context.sets();
        if (!sets.forgetQuestions().isEmpty()) {
            return asked(
                    context,
                    sets.forgetQuestions().stream()
                            .limit(PROMPTS_BY_DEFAULT)
                            .map(QuestionAnswer::question)
                            .toList());
        }
        return sets.forget().stream()
                .filter(example -> example.promptLength() > 0)
                .limit(PROMPTS_BY_DEFAULT)
                .map(example -> Arrays.copyOf(example.ids(), Math.min(example.promptLength(), example.length())))
                .map(ids -> new Prompt(context.encoder().tokenizer().decode(ids, true), ids))
                .toList();
    }

    private static List<Prompt> asked(ProbeContext context, List<String> questions) {
        return questions.stream()
                .map(question -> new Prompt(question, context.encoder().encodePrompt(question)))
                .toList();
    }

    /** A prompt as a person reads it and as a model does. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Prompt(String text, int[] ids) {}

    private static final String NOT_FINITE =
            "token-distribution: the model's logits after a pinned prompt are not finite, so no token is the likeliest there; the model has collapsed";

    private static final class Session implements ProbeSession {
        private final List<Prompt> prompts;
        private final List<int[]> ids;
        private final Tokenizer tokenizer;
        private final BitSet sayable;
        private final int topK;
        private final int padId;
        private final List<String> remarks = new ArrayList<>();
        private final DecoderModel targetModel;
        private final Optional<DecoderModel> referenceModel;
        private List<NextToken> target;
        private List<NextToken> reference;

        Session(ProbeContext context, List<Prompt> prompts) {
            this.prompts = prompts;
            ids = prompts.stream().map(Prompt::ids).toList();
            tokenizer = context.encoder().tokenizer();
            sayable = tokenizer.sayable();
            topK = context.settings().integer("topK");
            padId = context.sets().padId();
            targetModel = context.target();
            referenceModel = context.reference();
        }

        @Override
        public List<Observation> observe(DecoderModel now) {
            if (prompts.isEmpty()) {
                return List.of();
            }
            if (target == null) {
                target = NextToken.after(targetModel, ids, padId);
                reference = referenceModel
                        .map(model -> NextToken.after(model, ids, padId))
                        .orElse(List.of());
                tellVocabularies();
            }
            List<NextToken> current = NextToken.after(now, ids, padId);
            tellBroken(current);
            List<Observation> observations = new ArrayList<>();
            for (int i = 0; i < prompts.size(); i++) {
                observations.add(tokens(i, current.get(i)));
            }
            return observations;
        }

        private void tellBroken(List<NextToken> current) {
            boolean broken = current.stream().anyMatch(distribution -> !distribution.isFinite());
            if (broken && !remarks.contains(NOT_FINITE)) {
                remarks.add(NOT_FINITE);
            }
        }

        private void tellVocabularies() {
            int own = targetModel.config().vocabularySize();
            referenceModel
                    .map(model -> model.config().vocabularySize())
                    .filter(size -> size != own)
                    .ifPresent(size -> remarks.add(
                            "the target has %d rows of vocabulary and the retained reference %d: their next-token distributions are compared over the rows they have in common"
                                    .formatted(own, size)));
        }

        private Observation.Tokens tokens(int prompt, NextToken now) {
            NextToken before = target.get(prompt);
            Optional<NextToken> other = reference.isEmpty() ? Optional.empty() : Optional.of(reference.get(prompt));
            List<TokenShare> top = IntStream.concat(
                            IntStream.concat(before.top(topK, sayable), now.top(topK, sayable)),
                            other.stream().flatMapToInt(distribution -> distribution.top(topK, sayable)))
                    .distinct()
                    .mapToObj(id -> new TokenShare(
                            id,
                            text(id),
                            before.probability(id),
                            now.probability(id),
                            other.map(distribution -> distribution.probability(id))
                                    .orElse(Double.NaN)))
                    .toList();
            return new Observation.Tokens(
                    "prompt." + (prompt + 1),
                    prompts.get(prompt).text(),
                    top,
                    before.divergence(now),
                    other.map(distribution -> distribution.divergence(now)).orElse(Double.NaN));
        }

        /** A model may have more logits than its tokenizer has tokens. */
        private String text(int id) {
            return id < tokenizer.vocabularySize() ? tokenizer.token(id) : "<unused " + id + ">";
        }

        @Override
        public List<String> remarks() {
            return prompts.isEmpty()
                    ? List.of(
                            "token-distribution has no pinned prompts and no forget questions to ask; it stays silent")
                    : List.copyOf(remarks);
        }

        @Override
        public void close() {}
    }
}
