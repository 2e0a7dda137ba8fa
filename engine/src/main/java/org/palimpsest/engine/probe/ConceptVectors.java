package org.palimpsest.engine.probe;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.palimpsest.engine.card.ProbeCard;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.data.RowSample;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.LabelledBatch;
import org.palimpsest.engine.text.EncodedExample;

/**
 * Follows the value vectors that wrote the forgotten answers in the target ({@link ConceptColumns}), after Hong et al. 2024,
 * arXiv 2406.11614. Series, by layer, each the mean over the layer's chosen columns: {@code concept.norm} ‖v‖,
 * {@code concept.relative-norm} ‖v‖ / ‖v_target‖, {@code concept.change} ‖v - v_target‖ / ‖v_target‖, {@code concept.cosine}
 * cos(v, v_target), and {@code concept.jaccard}, the overlap of the sets of tokens that column and target's column raise most,
 * each read with its own model's output embedding. The target has the first series alone.
 */
@AutoService(Probe.class)
public final class ConceptVectors implements Probe {
    @Override
    public ProbeCard card() {
        return Probes.card("concept-vectors");
    }

    @Override
    public ProbeSession open(ProbeContext context) {
        List<LabelledBatch> forget = sample(context, context.sets().forget());
        List<LabelledBatch> retain = sample(context, context.sets().retain());
        int[][] columns = ConceptColumns.choose(
                context.target(), forget, retain, context.settings().integer("concepts"));
        return new Session(context, columns);
    }

    private static List<LabelledBatch> sample(ProbeContext context, List<EncodedExample> rows) {
        Settings settings = context.settings();
        return SampleBatches.of(
                RowSample.of(context.seed(), rows, settings.integer("samples")),
                context.sets().padId());
    }

    private static final class Session extends AnchoredSession {
        private final int[][] columns;
        private final int topTokens;
        private final DecoderModel shape;
        private final List<String> remarks = new ArrayList<>();
        private final List<List<ValueVector>> target;

        Session(ProbeContext context, int[][] columns) {
            super(context);
            this.shape = context.target();
            this.columns = columns;
            topTokens = context.settings().integer("topTokens");
            target = read(context.target());
        }

        /** By layer, then by column. */
        private List<List<ValueVector>> read(DecoderModel model) {
            return IntStream.range(0, columns.length)
                    .mapToObj(layer -> ValueVectors.of(model, layer, columns[layer], topTokens))
                    .toList();
        }

        @Override
        List<Observation> measure(DecoderModel model, Subject subject) {
            if (!model.hasShapeOf(shape)) {
                remarks.add(
                        "concept-vectors: the %s has another shape than the target, so its value vectors have no counterparts; it is left out"
                                .formatted(subject == Subject.REFERENCE ? "retained reference" : "model"));
                return List.of();
            }
            List<Observation> observations = new ArrayList<>();
            List<List<ValueVector>> now = subject == Subject.TARGET ? target : read(model);
            observations.add(layers("concept.norm", subject, now, (v, before) -> v.norm()));
            if (subject != Subject.TARGET) {
                observations.add(
                        layers("concept.relative-norm", subject, now, (v, before) -> v.norm() / before.norm()));
                observations.add(
                        layers("concept.change", subject, now, (v, before) -> v.distance(before) / before.norm()));
                observations.add(layers("concept.cosine", subject, now, ValueVector::cosine));
                observations.add(layers("concept.jaccard", subject, now, ValueVector::jaccard));
            }
            return observations;
        }

        @Override
        public List<String> remarks() {
            return List.copyOf(remarks);
        }

        private Observation.Layers layers(
                String series,
                Subject subject,
                List<List<ValueVector>> now,
                ToDoubleBiFunction<ValueVector, ValueVector> measure) {
            List<Double> means = IntStream.range(0, columns.length)
                    .mapToObj(layer -> mean(now.get(layer), target.get(layer), measure))
                    .toList();
            return new Observation.Layers(series, subject, means);
        }

        private static double mean(
                List<ValueVector> now, List<ValueVector> before, ToDoubleBiFunction<ValueVector, ValueVector> measure) {
            return IntStream.range(0, now.size())
                    .mapToDouble(c -> measure.applyAsDouble(now.get(c), before.get(c)))
                    .average()
                    .orElse(Double.NaN);
        }
    }
}
