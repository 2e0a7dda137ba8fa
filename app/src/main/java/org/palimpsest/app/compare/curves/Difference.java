package org.palimpsest.app.compare.curves;

import org.palimpsest.app.worker.log.Column;

/**
 * One curve less another, step by step. Where the second was not observed at a step of the first, it is taken to run straight between
 * its neighbours; beyond its ends there is no difference.
 *
 * @param points A − B at steps of A
 * @param exact how many of them were observed in both
 */
public record Difference(Column points, int exact) {

    /** {@code a} less {@code b}. */
    public static Difference of(Column a, Column b) {
        Column points = new Column();
        int exact = 0;
        int next = 0;
        for (int i = 0; i < a.size(); i++) {
            long step = a.step(i);
            while (next < b.size() && b.step(next) < step) {
                next++;
            }
            if (next < b.size() && b.step(next) == step) {
                points.add(step, a.value(i) - b.value(next));
                exact++;
            } else if (next > 0 && next < b.size()) {
                double share = (double) (step - b.step(next - 1)) / (b.step(next) - b.step(next - 1));
                double between = b.value(next - 1) + share * (b.value(next) - b.value(next - 1));
                points.add(step, a.value(i) - between);
            }
        }
        return new Difference(points, exact);
    }
}
