package org.palimpsest.engine.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.palimpsest.engine.attack.Attacks;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunLock;
import org.palimpsest.engine.event.RunLockedException;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;

/**
 * Attacks a checkpoint of a run that is not in progress, finished or not, and the retained reference beside it. What comes of it is
 * added to the run's log with the checkpoint's step, which changes nothing of the run's state or of its course when it is resumed.
 */
public final class AttackFromDisk {
    private AttackFromDisk() {}

    /**
     * Attacks.
     *
     * @param step of the checkpoint; null takes the newest
     * @param given settings as on the attack's card
     * @param control a stop ends the attack between two of its points
     * @param listener hears of every event behind the log
     * @return whether the attack came to its end
     * @throws RunException if a worker is at work on the run, or there is no such checkpoint
     * @throws IllegalArgumentException if there is no such attack
     * @throws org.palimpsest.engine.card.SettingException if a setting does not fit its card
     * @throws IOException if a model cannot be read
     */
    public static Run.Ending on(
            RunFolder run,
            Long step,
            String attack,
            Map<String, Object> given,
            RunControl control,
            Consumer<RunEvent> listener)
            throws IOException {
        Settings.of(Attacks.byId(attack).card(), given);
        Optional<Checkpoint> checkpoint = CheckpointChoice.of(run, step);
        if (RunLock.isHeld(run)) {
            throw atWork(run, null);
        }
        try (Workplace place = Workplace.open(run, listener);
                DecoderModel model = model(place.experiment(), checkpoint)) {
            warnOfOtherInputs(place, checkpoint.map(Checkpoint::step).orElse(0L));
            return attack(place, checkpoint.map(Checkpoint::step).orElse(0L), attack, given, model, control);
        } catch (RunLockedException e) {
            throw atWork(run, e);
        }
    }

    private static void warnOfOtherInputs(Workplace place, long step) throws IOException {
        Optional<Inputs> noted = Inputs.read(place.folder());
        if (noted.isPresent()) {
            List<String> differences = noted.get()
                    .differences(Inputs.of(place.folder(), place.experiment().recipe()));
            if (!differences.isEmpty()) {
                place.warn(
                        step, "the attack is made with other inputs than the run's: " + String.join("; ", differences));
            }
        }
    }

    private static Run.Ending attack(
            Workplace place,
            long step,
            String attack,
            Map<String, Object> given,
            DecoderModel model,
            RunControl control) {
        try {
            place.attacking(control).attack(attack, given, model, step);
            return Run.Ending.FINISHED;
        } catch (StopAskedException e) {
            place.warn(step, "the attack \"%s\" was given up before its end".formatted(attack));
            return Run.Ending.STOPPED;
        } catch (RuntimeException | Error e) {
            place.warn(step, "the attack \"%s\" broke off: %s".formatted(attack, FailureSentence.of(e)));
            throw e;
        } finally {
            place.journal().sync();
        }
    }

    private static DecoderModel model(Experiment experiment, Optional<Checkpoint> checkpoint) throws IOException {
        if (checkpoint.isEmpty()) {
            return experiment.workingModel();
        }
        checkpoint.get().checkWeights();
        // Every method leaves the shape of the target as it is.
        Path shape = Path.of(experiment.recipe().model().target());
        return ModelFolder.load(
                shape, checkpoint.get().weights(), experiment.target().device());
    }

    private static RunException atWork(RunFolder run, RunLockedException cause) {
        return new RunException(
                "%s is being worked on; let its own worker attack the model as it is now (command \"attack\"), or wait until it has ended"
                        .formatted(run.path()),
                cause);
    }
}
