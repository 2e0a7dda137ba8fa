package org.palimpsest.engine.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.palimpsest.engine.card.ProbeCard;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelPart;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.tensor.TorchFunction;

/**
 * ‖W_now - W_target‖ / ‖W_target‖, Frobenius norms over all weights of a layer together. Series: {@code weight.change} by layer,
 * and as curves {@code weight.change.embeddings}, {@code weight.change.final-norm} and, where it is not the token table,
 * {@code weight.change.head}.
 */
@AutoService(Probe.class)
public final class WeightChange implements Probe {
    private static final TorchFunction CHANGE = ProbeFunctions.compile("change");

    @Override
    public ProbeCard card() {
        return Probes.card("weight-change");
    }

    @Override
    public ProbeSession open(ProbeContext context) {
        return new Session(context.target());
    }

    private record Session(DecoderModel target) implements ProbeSession {

        @Override
        public List<Observation> observe(DecoderModel now) {
            List<Observation> observations = new ArrayList<>();
            List<Double> layers = IntStream.range(0, target.config().layers())
                    .mapToObj(layer -> change(now, name -> target.layerOf(name) == layer))
                    .toList();
            observations.add(new Observation.Layers("weight.change", Subject.UNLEARNED, layers));
            part(observations, now, "embeddings", ModelPart.EMBEDDINGS);
            part(observations, now, "final-norm", ModelPart.FINAL_NORM);
            part(observations, now, "head", ModelPart.HEAD);
            return observations;
        }

        private void part(List<Observation> observations, DecoderModel now, String name, ModelPart part) {
            if (target.parameters().keySet().stream().noneMatch(parameter -> target.partOf(parameter) == part)) {
                return;
            }
            double change = change(now, parameter -> target.partOf(parameter) == part);
            observations.add(new Observation.Value("weight.change." + name, Subject.UNLEARNED, change));
        }

        private double change(DecoderModel now, Predicate<String> chosen) {
            if (now == target) {
                return 0;
            }
            List<String> names =
                    target.parameters().keySet().stream().filter(chosen).toList();
            List<NDArray> before = names.stream().map(target.parameters()::get).toList();
            List<NDArray> after = names.stream().map(now.parameters()::get).toList();
            try (GradientMode off = GradientMode.off();
                    NDManager scope = Torch.newScope(now.device())) {
                NDList norms = CHANGE.call(scope, after, before);
                return (double) norms.get(0).getFloat() / norms.get(1).getFloat();
            }
        }

        @Override
        public void close() {}
    }
}
