package org.palimpsest.engine.probe;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.card.ProbeCard;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.data.RowSample;
import org.palimpsest.engine.evaluate.TruthRatio;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.model.DecoderModel;

/**
 * Truth ratio (TOFU, Maini et al. 2024, arXiv 2401.06121) on a sample of each set. Series: {@code forget.truth-ratio}, 1 when
 * right and wrong answers are equally likely ({@link TruthRatio.Aggregation#CLOSER_TO_ONE}), and {@code retain.truth-ratio}, 1
 * when only the right one is likely ({@link TruthRatio.Aggregation#TRUE_BETTER}).
 */
@AutoService(Probe.class)
public final class TruthRatioProbe implements Probe {
    @Override
    public ProbeCard card() {
        return Probes.card("truth-ratio");
    }

    @Override
    public ProbeSession open(ProbeContext context) {
        return new Session(
                context,
                sample(context, context.sets().forgetQuestions()),
                sample(context, context.sets().retainQuestions()));
    }

    private static TruthSample sample(ProbeContext context, List<QuestionAnswer> questions) {
        List<QuestionAnswer> usable = questions.stream()
                .filter(question -> !question.perturbedAnswers().isEmpty())
                .toList();
        int samples = context.settings().integer("samples");
        return TruthSample.of(context.encoder(), RowSample.of(context.seed(), usable, samples));
    }

    private static final class Session extends AnchoredSession {
        private final TruthSample forget;
        private final TruthSample retain;

        Session(ProbeContext context, TruthSample forget, TruthSample retain) {
            super(context);
            this.forget = forget;
            this.retain = retain;
        }

        @Override
        List<Observation> measure(DecoderModel model, Subject subject) {
            List<Observation> observations = new ArrayList<>();
            if (!forget.isEmpty()) {
                double value = forget.measure(model, TruthRatio.Aggregation.CLOSER_TO_ONE);
                observations.add(new Observation.Value("forget.truth-ratio", subject, value));
            }
            if (!retain.isEmpty()) {
                double value = retain.measure(model, TruthRatio.Aggregation.TRUE_BETTER);
                observations.add(new Observation.Value("retain.truth-ratio", subject, value));
            }
            return observations;
        }

        @Override
        public List<String> remarks() {
            List<String> remarks = new ArrayList<>();
            if (forget.isEmpty()) {
                remarks.add(silent("forget"));
            }
            if (retain.isEmpty()) {
                remarks.add(silent("retain"));
            }
            return remarks;
        }

        private static String silent(String set) {
            return "truth-ratio needs %s questions with wrong answers (perturbed_answer), but there are none; it stays silent about that set"
                    .formatted(set);
        }
    }
}
