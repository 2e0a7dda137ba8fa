package org.palimpsest.engine.model;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.tensor.Finiteness;

/** Weights that are no numbers, gathered over the tensors of a model. */
public final class NotFinite {
    /** So many tensors are named; the others are counted. */
    private static final int NAMED = 5;

    private final List<String> found = new ArrayList<>();
    private int looked;

    /** Takes what was found in one tensor. */
    public void look(String tensor, Finiteness finiteness) {
        looked++;
        if (!finiteness.all()) {
            found.add("\"%s\" (%s)".formatted(tensor, finiteness.words()));
        }
    }

    /** Whether any value of any tensor is no number. */
    public boolean any() {
        return !found.isEmpty();
    }

    /** Which tensors, and how many values of each. */
    public String words() {
        int more = found.size() - NAMED;
        return "%d of %d tensors %s values that are no numbers: %s%s"
                .formatted(
                        found.size(),
                        looked,
                        found.size() == 1 ? "holds" : "hold",
                        String.join(", ", found.subList(0, Math.min(NAMED, found.size()))),
                        more > 0 ? " and %d more".formatted(more) : "");
    }
}
