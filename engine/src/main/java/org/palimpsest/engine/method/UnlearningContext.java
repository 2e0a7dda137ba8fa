package org.palimpsest.engine.method;

import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.model.DecoderModel;

/**
 * All that a method works with.
 *
 * @param model the working model, changed by the session and closed with it
 * @param reference π_ref: the target as it was before the first step; frozen, not closed by the session
 */
public record UnlearningContext(
        DecoderModel model, DecoderModel reference, TrainingSets sets, TrainingPlan plan, Settings settings) {}
