package org.palimpsest.engine.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.model.DecoderModel;

/** Measures the model of a run each time, and before it, once, the two it moves between. */
abstract class AnchoredSession implements ProbeSession {
    private final DecoderModel target;
    private final Optional<DecoderModel> reference;
    private boolean anchored;

    AnchoredSession(ProbeContext context) {
        target = context.target();
        reference = context.reference();
    }

    abstract List<Observation> measure(DecoderModel model, Subject subject);

    @Override
    public final List<Observation> observe(DecoderModel now) {
        List<Observation> all = new ArrayList<>();
        if (!anchored) {
            all.addAll(measure(target, Subject.TARGET));
            reference.ifPresent(model -> all.addAll(measure(model, Subject.REFERENCE)));
            anchored = true;
        }
        all.addAll(measure(now, Subject.UNLEARNED));
        return all;
    }

    @Override
    public final void resume() {
        anchored = true;
    }

    @Override
    public void close() {}
}
