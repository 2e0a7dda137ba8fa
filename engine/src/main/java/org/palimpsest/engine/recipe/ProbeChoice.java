package org.palimpsest.engine.recipe;

import java.util.List;
import java.util.Map;

/**
 * A probe that watches the run.
 *
 * @param id a probe card's id
 * @param every steps between two observations; the first is made before step 1
 * @param settings values for the card's hyper-parameters
 * @param prompts pinned prompts, for probes that watch prompts
 */
public record ProbeChoice(String id, Integer every, Map<String, Object> settings, List<String> prompts) {

    public ProbeChoice {
        every = every == null ? 10 : every;
        settings = MethodChoice.ordered(settings);
        prompts = prompts == null ? List.of() : List.copyOf(prompts);
    }

    /** A probe with the defaults of its card. */
    public static ProbeChoice of(String id) {
        return new ProbeChoice(id, null, null, null);
    }
}
