package org.palimpsest.engine.probe;

import java.util.List;
import java.util.Optional;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.text.ExampleEncoder;

/**
 * All that a probe works with.
 *
 * @param target the model before the first step
 * @param reference the retained reference, where there is one
 * @param encoder makes token ids of questions, answers and prompts
 * @param prompts pinned prompts as a person would ask them; empty for the probe's own choice
 * @param settings the probe's, after its card
 * @param seed what samples are drawn by
 */
public record ProbeContext(
        DecoderModel target,
        Optional<DecoderModel> reference,
        WatchedSets sets,
        ExampleEncoder encoder,
        List<String> prompts,
        Settings settings,
        long seed) {
    public ProbeContext {
        prompts = List.copyOf(prompts);
    }
}
