package org.palimpsest.engine.bench;

import ai.djl.Device;
import java.util.Map;
import org.palimpsest.engine.method.GradDiff;
import org.palimpsest.engine.method.Npo;
import org.palimpsest.engine.method.UnlearningSession;
import org.palimpsest.engine.model.DecoderModel;

/** What a frozen reference costs once its answers are kept: a step of NPO over one of GradDiff, which needs none. */
final class PreferenceStep implements Measurement {
    private final Device device;

    PreferenceStep(Device device) {
        this.device = device;
    }

    @Override
    public String task() {
        return "NPO and GradDiff";
    }

    @Override
    public Figure take(int rounds) {
        try (DecoderModel frozen = Specimen.model(device);
                UnlearningSession npo = Specimen.session(new Npo(), frozen);
                UnlearningSession gradDiff = Specimen.session(new GradDiff(), frozen)) {
            double[] seconds = Turns.medians(rounds, npo::advance, gradDiff::advance);
            return new Figure(
                    "npo-over-graddiff",
                    "time of an NPO step over that of a GradDiff step, the reference's answers being kept",
                    seconds[0] / seconds[1],
                    1.05,
                    Figure.Direction.AT_MOST,
                    Map.of("npoSeconds", seconds[0], "gradDiffSeconds", seconds[1]));
        }
    }
}
