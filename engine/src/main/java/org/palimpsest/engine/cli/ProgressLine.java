package org.palimpsest.engine.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.palimpsest.engine.report.Visible;

/**
 * How far a long piece of work is, with the time left: one line that is written over where a person watches, otherwise a line now
 * and then.
 */
final class ProgressLine {
    private static final int BAR = 20;
    private static final long OFTEN_NANOS = 100_000_000L;
    private static final long SELDOM_NANOS = 10_000_000_000L;

    private final PrintWriter out;
    private final boolean overwrite;
    private final LongSupplier nanoTime;
    private String task = "";
    private long begun;
    private long doneAtBegin;
    private long lastShown;
    private boolean open;

    ProgressLine(PrintWriter out, boolean overwrite, LongSupplier nanoTime) {
        this.out = out;
        this.overwrite = overwrite;
        this.nanoTime = nanoTime;
    }

    /** A line for this program's standard error. */
    static ProgressLine of(Output output) {
        return new ProgressLine(output.err(), Terminal.detect().interactive(), System::nanoTime);
    }

    /**
     * Says how far a task is. The clock starts at the first report of a task.
     *
     * @param details what is worth knowing beside, or empty
     */
    void report(String name, long done, long total, String details) {
        long now = nanoTime.getAsLong();
        boolean fresh = !name.equals(task);
        if (fresh) {
            close();
            task = name;
            begun = now;
            doneAtBegin = done;
        }
        boolean last = done >= total;
        if (fresh || last || now - lastShown >= (overwrite ? OFTEN_NANOS : SELDOM_NANOS)) {
            lastShown = now;
            show(text(now, done, total, details));
            if (last) {
                close();
                task = "";
            }
        }
    }

    /** A line that stays; what it holds is made visible in one line. */
    void say(String line) {
        close();
        out.println(Visible.text(line));
        out.flush();
    }

    /** Ends the line that is being written over. */
    void close() {
        if (open) {
            out.println();
            out.flush();
            open = false;
        }
    }

    private void show(String text) {
        if (overwrite) {
            // Back to the beginning of the line, and clear what was longer.
            out.print("\r" + text + "\u001b[K");
            open = true;
        } else {
            out.println(text);
        }
        out.flush();
    }

    private String text(long now, long done, long total, String details) {
        double share = total <= 0 ? 1 : Math.min(1, (double) done / total);
        int filled = (int) Math.round(share * BAR);
        String bar = "#".repeat(filled) + "-".repeat(BAR - filled);
        String beside = details.isEmpty() ? "" : "  " + Visible.text(details);
        return "[%s] %3d %%  %s %d of %d%s%s"
                .formatted(
                        bar, Math.round(100 * share), Visible.text(task), done, total, beside, left(now, done, total));
    }

    private String left(long now, long done, long total) {
        long here = done - doneAtBegin;
        if (here <= 0 || done >= total) {
            return "";
        }
        double seconds = (now - begun) / 1e9 / here * (total - done);
        return "  " + duration(Math.round(seconds)) + " left";
    }

    /** {@code 1:02:03} or {@code 2:03}. */
    static String duration(long seconds) {
        return seconds >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
