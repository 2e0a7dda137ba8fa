package org.palimpsest.sample;

import java.io.PrintWriter;
import java.util.Locale;
import org.palimpsest.sample.models.SampleModel;
import org.palimpsest.sample.models.TrainingProgress;

/** Says how far a rebuild has come and how long it will take: a line written over on a terminal, now and then a line elsewhere. */
final class RebuildScreen implements TrainingProgress {
    private static final double SECONDS_BETWEEN_DRAWINGS = 0.2;
    private static final double SECONDS_BETWEEN_LINES = 15;

    private final PrintWriter out;
    private final boolean interactive;
    private final long totalSteps;
    private long begin;
    private double lastSaid = Double.NEGATIVE_INFINITY;
    private long done;

    /** @param interactive whether a line can be written over */
    RebuildScreen(PrintWriter out, boolean interactive, long totalSteps) {
        this.out = out;
        this.interactive = interactive;
        this.totalSteps = totalSteps;
    }

    @Override
    public void stepDone(SampleModel model, long step, long steps, double loss) {
        if (done++ == 0) {
            // The first step waits for the library to load and for texts and tokenizer; it says nothing of the others.
            begin = System.nanoTime();
            return;
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        boolean due = seconds - lastSaid >= (interactive ? SECONDS_BETWEEN_DRAWINGS : SECONDS_BETWEEN_LINES);
        if (due || step == steps) {
            lastSaid = seconds;
            say(line(model, step, steps, loss, seconds / (done - 1) * (totalSteps - done)), step == steps);
        }
    }

    static String line(SampleModel model, long step, long steps, double loss, double secondsLeft) {
        return String.format(
                Locale.ROOT,
                "%-9s step %d of %d, loss %.4f, %s left",
                model.folder(),
                step,
                steps,
                loss,
                time(secondsLeft));
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }

    private void say(String line, boolean last) {
        if (interactive) {
            out.print("\r\u001b[2K" + line + (last ? System.lineSeparator() : ""));
        } else {
            out.println(line);
        }
        out.flush();
    }
}
