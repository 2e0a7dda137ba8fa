package org.palimpsest.app.live.strip;

import java.util.Map;
import org.palimpsest.app.live.run.Figures;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.live.run.Standing;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.app.text.Messages;

/** How a run stands, in words. */
public final class StandingWords {
    private static final Map<Standing, String> ICONS = Map.of(
            Standing.STARTING, "fth-loader",
            Standing.STEPPING, "fth-play",
            Standing.PAUSED, "fth-pause",
            Standing.MEASURING, "fth-bar-chart-2",
            Standing.STOPPED, "fth-square",
            Standing.FAILED, "fth-alert-octagon",
            Standing.INTERRUPTED, "fth-zap-off",
            Standing.FINISHED, "fth-check");

    private final Messages words = Messages.of("live");

    /** Ikonli's name of a standing's icon. */
    public String icon(Standing standing) {
        return ICONS.get(standing);
    }

    /** One word. */
    public String word(Watched watched) {
        return words.get(
                watched.waiting()
                        ? "standing.waiting"
                        : watched.run().standing().key());
    }

    /** Step, steps asked for, and how long it will take. */
    public String progress(LiveRun run) {
        if (!run.started()) {
            return "";
        }
        String steps = words.get("steps", run.step(), run.totalSteps());
        if (run.asked().isPresent() && run.standing().commandable()) {
            return words.get("steps.asked", steps);
        }
        return run.timeLeft()
                .map(time -> words.get("steps.left", steps, Figures.time(time)))
                .orElse(steps);
    }

    /** The whole sentence for the line above the panels. */
    public String sentence(Watched watched) {
        LiveRun run = watched.run();
        return switch (run.standing()) {
            case STARTING -> words.get(watched.waiting() ? "sentence.waiting" : "sentence.starting");
            case MEASURING ->
                run.progress()
                        .map(work -> words.get("sentence.measuring", work.task(), work.done(), work.total()))
                        .orElse(words.get("sentence.measuring.begins"));
            case FAILED ->
                run.failure()
                        .map(failed -> words.get("sentence.failed", failed.step(), failed.message(), failed.hint()))
                        .orElse(words.get("sentence.silent"));
            case INTERRUPTED -> words.get("sentence.interrupted", run.step());
            case STOPPED -> words.get("sentence.stopped", run.step());
            case STEPPING, PAUSED, FINISHED -> words.get("sentence.plain", word(watched), progress(run));
        };
    }
}
