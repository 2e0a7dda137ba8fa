package org.palimpsest.engine.evaluate;

import java.util.List;

/**
 * A metric's value over items, and what could not be counted in.
 *
 * @param value the mean, or null when there is none; {@code note} then says why
 * @param counted items that entered the mean
 * @param skipped items without a value, for instance answers of which no token was supervised
 * @param note empty, or what a reader of the value has to know
 */
public record Average(Double value, int counted, int skipped, String note) {

    /**
     * Mean of the items that have a value. One infinite value or one that is not a number makes the whole mean null:
     * dropping it would hide a collapsed model. Metrics give such an item where the model's logits are not finite.
     *
     * @param items one entry an item; null where nothing could be measured
     */
    public static Average of(List<Double> items) {
        double sum = 0;
        int counted = 0;
        int notFinite = 0;
        for (Double item : items) {
            if (item == null) {
                continue;
            }
            counted++;
            sum += item;
            if (!Double.isFinite(item)) {
                notFinite++;
            }
        }
        int skipped = items.size() - counted;
        if (notFinite > 0) {
            return new Average(
                    null,
                    counted,
                    skipped,
                    "%d of %d values are not finite: the model's logits are no numbers there, it has collapsed"
                            .formatted(notFinite, counted));
        }
        if (counted == 0) {
            return new Average(null, 0, skipped, "no item could be measured");
        }
        String note =
                skipped == 0 ? "" : skipped + " of " + items.size() + " items left out: nothing to measure in them";
        return new Average(sum / counted, counted, skipped, note);
    }
}
