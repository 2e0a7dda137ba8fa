package org.palimpsest.app.compare.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.palimpsest.app.worker.log.RunDigest;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;

/**
 * The numbers of a run by column: {@code run:steps}, {@code metric:probability/forget}, {@code attack:relearning/recovery.area},
 * {@code probe:answer-probability/forget.probability}.
 */
public final class RunFigures {
    /** Steps finished. */
    public static final String STEPS = "run:steps";
    /** Seconds spent in steps. */
    public static final String SECONDS = "run:seconds";
    /** Total loss of the last step. */
    public static final String LOSS = "run:loss";

    private RunFigures() {}

    /** The numbers that a run has of its own model, of the target or of the retained reference. */
    public static Map<String, Double> of(RunDigest digest, Subject subject) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (subject == Subject.UNLEARNED) {
            figures.put(STEPS, (double) digest.summary().step());
            put(figures, SECONDS, digest.seconds());
            put(figures, LOSS, digest.summary().loss());
        }
        for (RunEvent.Scored score : digest.summary().scores()) {
            if (score.subject() == subject) {
                put(figures, metric(score.metric(), score.variant()), score.value());
            }
        }
        for (RunEvent.AttackFinished attack : digest.attacks()) {
            if (attack.subject() == subject) {
                attack.summary().forEach((name, value) -> put(figures, attack(attack.attack(), name), value));
            }
        }
        for (RunDigest.Trail trail : digest.trails()) {
            if (trail.key().subject() == subject) {
                put(
                        figures,
                        probe(trail.key().probe(), trail.key().series()),
                        trail.points().last());
            }
        }
        return figures;
    }

    private static void put(Map<String, Double> figures, String column, Double value) {
        if (value != null && !value.isNaN()) {
            figures.put(column, value);
        }
    }

    /** Column of a metric's value. */
    public static String metric(String metric, String variant) {
        return "metric:" + metric + (variant.isEmpty() ? "" : "/" + variant);
    }

    /** Column of a number an attack comes to. */
    public static String attack(String attack, String name) {
        return "attack:" + attack + "/" + name;
    }

    /** Column of the newest value of a probed series. */
    public static String probe(String probe, String series) {
        return "probe:" + probe + "/" + series;
    }
}
