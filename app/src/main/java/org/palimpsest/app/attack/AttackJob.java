package org.palimpsest.app.attack;

import java.time.Instant;
import org.palimpsest.engine.event.RunFolder;

/**
 * An attack that was started here and is not over.
 *
 * @param attack id of its card
 * @param question the desk's number of it; -1 where the run's own worker attacks, which cannot be given up without stopping the run
 * @param since when it was asked for; what the log tells of earlier times is not of it
 * @param points measured by now
 * @param total points there will be; 0 while that is not known
 * @param stage whether the reference or the model is attacked now
 */
record AttackJob(RunFolder folder, String attack, long question, Instant since, long points, long total, Stage stage) {

    /** How far it is. */
    enum Stage {
        WAITING,
        REFERENCE,
        MODEL
    }

    static AttackJob waiting(RunFolder folder, String attack, long question) {
        return new AttackJob(folder, attack, question, Instant.now(), 0, 0, Stage.WAITING);
    }

    boolean canBeGivenUp() {
        return question >= 0;
    }

    AttackJob at(Stage newStage, long newPoints, long newTotal) {
        return new AttackJob(folder, attack, question, since, newPoints, newTotal, newStage);
    }

    /** From 0 to 1; below 0 while it cannot be told. The reference counts as half of the work. */
    double share() {
        if (total <= 0) {
            return -1;
        }
        double part = Math.min(1.0, (double) points / total);
        return stage == Stage.MODEL ? 0.5 + part / 2 : part / 2;
    }
}
