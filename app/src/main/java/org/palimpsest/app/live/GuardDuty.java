package org.palimpsest.app.live;

import java.util.Map;
import org.palimpsest.app.live.control.Sender;
import org.palimpsest.app.live.panel.AlarmWords;
import org.palimpsest.app.live.run.Alarm;
import org.palimpsest.app.live.run.GuardRules;
import org.palimpsest.app.live.run.Guards;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.live.run.Standing;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Notice;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.engine.event.RunCommand;

/** Acts when a guard breaks: tells, and pauses the run if that is wished. Keeps what is wished among the preferences. */
final class GuardDuty {
    private static final String PAUSE = "live.guard.pause";
    private static final String FLOOR = "live.guard.floor";
    private static final String REFERENCE = "live.guard.reference";

    private final Workbench workbench;
    private final Messages words = Messages.of("live");
    private final AlarmWords alarmWords = new AlarmWords();

    GuardDuty(Workbench workbench) {
        this.workbench = workbench;
    }

    /** What is wished. */
    GuardRules rules() {
        Map<String, String> kept = workbench.preferences().get().layout();
        GuardRules usual = GuardRules.DEFAULT;
        return new GuardRules(
                Boolean.parseBoolean(kept.getOrDefault(PAUSE, Boolean.toString(usual.pause()))),
                floor(kept.get(FLOOR), usual.floor()),
                Boolean.parseBoolean(kept.getOrDefault(REFERENCE, Boolean.toString(usual.reference()))));
    }

    /** A preference that a hand has spoilt counts as absent. */
    private static double floor(String kept, double usual) {
        return kept != null && kept.matches("0(\\.\\d+)?|1(\\.0+)?") ? Double.parseDouble(kept) : usual;
    }

    void remember(GuardRules rules) {
        workbench.preferences().change(preferences -> preferences
                .withLayout(PAUSE, Boolean.toString(rules.pause()))
                .withLayout(FLOOR, new java.math.BigDecimal(Double.toString(rules.floor())).toPlainString())
                .withLayout(REFERENCE, Boolean.toString(rules.reference())));
    }

    /** Tells of an alarm in a run that is at work; what happened before anybody watched is only shown. */
    void act(LiveRun run, Guards.Verdict verdict, Sender sender) {
        if (!verdict.fresh()) {
            return;
        }
        Alarm alarm = verdict.alarm();
        boolean pauses = verdict.pause() && run.standing() == Standing.STEPPING;
        if (pauses) {
            sender.send(run, new RunCommand.Pause());
        }
        String key = alarm.kind() == Alarm.Kind.NOT_FINITE || !pauses ? "guard.notice" : "guard.notice.paused";
        workbench.notices().add(Notice.Level.WARNING, words.get(key, run.name(), alarmWords.sentence(alarm)), "", null);
    }
}
