package org.palimpsest.app.compare.pareto;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.log.Column;
import org.palimpsest.app.worker.log.RunDigest;
import org.palimpsest.engine.event.Subject;

/**
 * Where runs stand between forgetting, utility and robustness.
 *
 * @param robustness null if nothing was attacked
 */
record TradeOff(Measure forgetting, Measure utility, Measure robustness) {

    /** A place; NaN where it is not known. Of all three more is better. */
    record Spot(double forgetting, double utility, double robustness) {

        /** Whether this is at least as good in all three and better in one; what is not known of either is left out. */
        boolean beats(Spot other) {
            boolean better = false;
            double[][] pairs = {{forgetting, other.forgetting}, {utility, other.utility}, {robustness, other.robustness}
            };
            for (double[] pair : pairs) {
                if (pair[0] < pair[1]) {
                    return false;
                }
                better |= pair[0] > pair[1];
            }
            return better;
        }

        boolean isPlaced() {
            return Double.isFinite(forgetting) && Double.isFinite(utility);
        }
    }

    /** The way a run has come, ending where it stands now; empty if that is not known. */
    List<Spot> trail(RunDigest run) {
        List<Spot> spots = new ArrayList<>();
        Column x = forgetting.trail(run);
        Column y = utility.trail(run);
        if (x != null && y != null) {
            for (int i = 0; i < x.size() - 1; i++) {
                spots.add(new Spot(forgetting.turned(x.value(i)), utility.turned(y.upTo(x.step(i))), Double.NaN));
            }
        }
        spots.add(now(run, Subject.UNLEARNED));
        spots.removeIf(spot -> !spot.isPlaced());
        return List.copyOf(spots);
    }

    /** Where a model stands now. */
    Spot now(RunDigest run, Subject subject) {
        return new Spot(
                forgetting.newest(run, subject),
                utility.newest(run, subject),
                robustness == null ? Double.NaN : robustness.newest(run, subject));
    }

    /** The runs that no other beats, in the order given. */
    List<RunEntry> front(List<RunEntry> runs) {
        List<RunEntry> placed = new ArrayList<>();
        List<Spot> spots = new ArrayList<>();
        for (RunEntry run : runs) {
            Spot spot = now(run.digest(), Subject.UNLEARNED);
            if (spot.isPlaced()) {
                placed.add(run);
                spots.add(spot);
            }
        }
        List<RunEntry> front = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            Spot own = spots.get(i);
            if (spots.stream().noneMatch(other -> other.beats(own))) {
                front.add(placed.get(i));
            }
        }
        return front;
    }
}
