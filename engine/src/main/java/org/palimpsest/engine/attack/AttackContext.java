package org.palimpsest.engine.attack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.method.TrainingSets;
import org.palimpsest.engine.model.DecoderModel;

/**
 * All that an attack works with.
 *
 * @param model the model to attack; never changed
 * @param target the model that knows everything, which recovery is measured against; absent if it is not at hand. It may be
 *     {@code model} itself
 * @param sets the forget set that is to be recovered, and the retain set
 * @param referenceSummary what the same attack came to on the retained reference; empty if it has not been made, and then
 *     nothing that compares with it is reported
 * @param measuredRows most rows of each set that are measured at a point, drawn by the seed
 * @param settings the attack's, after its card
 * @param seed what samples and batches are drawn by
 */
public record AttackContext(
        DecoderModel model,
        Optional<DecoderModel> target,
        TrainingSets sets,
        Map<String, Double> referenceSummary,
        int measuredRows,
        Settings settings,
        long seed) {

    /** @throws IllegalArgumentException if there is nothing to recover or nothing would be measured */
    public AttackContext {
        referenceSummary = Collections.unmodifiableMap(new LinkedHashMap<>(referenceSummary));
        if (sets.forget().isEmpty()) {
            throw new IllegalArgumentException("an attack needs a forget set to recover, but it is empty");
        }
        if (measuredRows < 1) {
            throw new IllegalArgumentException(
                    "an attack must measure at least 1 row, but is to measure " + measuredRows);
        }
    }
}
