package org.palimpsest.sample.demo;

import java.io.PrintStream;
import java.util.List;

/** Shows the runs' progress: a block of bars that is drawn over itself on a terminal, a line now and then elsewhere. */
final class DemoScreen {
    private static final int LINE_WIDTH = 110;
    private static final double TELL_EVERY = 0.2;

    private final PrintStream out;
    private final List<RunProgress> runs;
    private final boolean terminal;
    private final double[] told;
    private boolean drawn;

    DemoScreen(PrintStream out, List<RunProgress> runs) {
        this.out = out;
        this.runs = List.copyOf(runs);
        this.terminal = System.console() != null;
        this.told = new double[runs.size()];
    }

    synchronized void draw() {
        if (terminal) {
            drawOver();
        } else {
            tellProgress();
        }
    }

    private void drawOver() {
        if (drawn) {
            out.print("\u001b[" + runs.size() + "A");
        }
        drawn = true;
        for (RunProgress run : runs) {
            String line = run.line();
            out.print("\r\u001b[2K" + line.substring(0, Math.min(LINE_WIDTH, line.length())) + "\n");
        }
        out.flush();
    }

    private void tellProgress() {
        for (int i = 0; i < told.length; i++) {
            double share = runs.get(i).share();
            if (share >= told[i] + TELL_EVERY || (share == 1 && told[i] < 1)) {
                told[i] = share;
                out.println(runs.get(i).line());
            }
        }
    }
}
