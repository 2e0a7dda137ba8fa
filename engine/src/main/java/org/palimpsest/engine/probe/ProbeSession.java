package org.palimpsest.engine.probe;

import java.util.List;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.model.DecoderModel;

/** A probe at its post for the length of a run. */
public interface ProbeSession extends AutoCloseable {

    /**
     * Looks at the model between two steps. What does not change in a run (the target, the retained reference) is measured and
     * reported at the first observation of the session alone.
     *
     * @param now the model of the run; its weights and gradients are as before afterwards
     */
    List<Observation> observe(DecoderModel now);

    /** Another session of the same run has observed before and reported what does not change: this one leaves that out. */
    default void resume() {}

    /** Sentences on what cannot be watched in this run and why, worth saying once; empty if all can. */
    default List<String> remarks() {
        return List.of();
    }

    @Override
    void close();
}
