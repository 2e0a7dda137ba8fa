package org.palimpsest.engine.method;

import java.util.List;
import java.util.Optional;
import org.palimpsest.engine.text.EncodedExample;

/**
 * What a method trains on, as token ids.
 *
 * @param padId what fills the end of shorter sequences
 */
public record TrainingSets(
        List<EncodedExample> forget, List<EncodedExample> retain, Optional<Alternates> alternates, int padId) {
    public TrainingSets {
        forget = List.copyOf(forget);
        retain = List.copyOf(retain);
    }
}
