package org.palimpsest.app.chart.box;

import java.nio.file.Path;

/** Takes charts out of the window as their menu does once a file is chosen; the chooser is the platform's, and there is none without a display. */
public final class Exports {
    private Exports() {}

    /** Begins to write the numbers of a chart. */
    public static void csv(ChartBox box, Path file) {
        ExportMenu menu = menu(box);
        menu.write(menu.csv(), file);
    }

    /** Begins to write the drawing of a chart. */
    public static void svg(ChartBox box, Path file) {
        ExportMenu menu = menu(box);
        menu.write(menu.svg(), file);
    }

    private static ExportMenu menu(ChartBox box) {
        return (ExportMenu) box.lookup("#chart-export");
    }
}
