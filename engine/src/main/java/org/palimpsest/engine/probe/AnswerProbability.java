package org.palimpsest.engine.probe;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.card.ProbeCard;
import org.palimpsest.engine.data.RowSample;
import org.palimpsest.engine.evaluate.MeanProbability;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.text.EncodedExample;

/**
 * Mean of exp(-average token loss) over a sample of each set (TOFU, Maini et al. 2024, arXiv 2401.06121). Series:
 * {@code forget.probability}, {@code retain.probability}.
 */
@AutoService(Probe.class)
public final class AnswerProbability implements Probe {
    @Override
    public ProbeCard card() {
        return Probes.card("answer-probability");
    }

    @Override
    public ProbeSession open(ProbeContext context) {
        int samples = context.settings().integer("samples");
        Map<String, List<EncodedExample>> watched = new LinkedHashMap<>();
        watched.put(
                "forget.probability",
                RowSample.of(context.seed(), context.sets().forget(), samples));
        watched.put(
                "retain.probability",
                RowSample.of(context.seed(), context.sets().retain(), samples));
        watched.values().removeIf(List::isEmpty);
        return new AnchoredSession(context) {
            @Override
            List<Observation> measure(DecoderModel model, Subject subject) {
                List<Observation> observations = new ArrayList<>();
                watched.forEach((series, answers) ->
                        observations.add(new Observation.Value(series, subject, MeanProbability.of(model, answers))));
                return observations;
            }
        };
    }
}
