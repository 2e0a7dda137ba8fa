package org.palimpsest.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.palimpsest.app.worker.Workspace;

/** Measures Compare in a real window, over runs written for the purpose into a folder that is removed afterwards. */
final class CompareBench {
    private static final int HUNDRED = 100;
    private static final int EVENTS = 10_000;
    private static final int THOUSAND = 1000;
    private static final int FEW_EVENTS = 60;
    private static final int SORTS = 9;

    private CompareBench() {}

    /**
     * Measures. JavaFX must have been started; not to be called on its thread.
     *
     * @throws IOException if the runs cannot be written
     */
    static CompareFigures measure() throws IOException {
        Path folder = Files.createTempDirectory("palimpsest-compare-bench");
        try {
            return measure(folder);
        } finally {
            BenchFolder.remove(folder);
        }
    }

    private static CompareFigures measure(Path folder) throws IOException {
        // Classes are loaded and compiled by a window that has been open for a while; that is not what is asked here.
        Workspace warm = Workspace.open(folder.resolve("warm"));
        new WrittenRuns().write(warm, 10, EVENTS);
        OpenedCompare.open(warm, 10, true).close();
        Workspace hundred = Workspace.open(folder.resolve("hundred"));
        new WrittenRuns().write(hundred, HUNDRED, EVENTS);
        OpenedCompare first = OpenedCompare.open(hundred, HUNDRED, true);
        first.close();
        OpenedCompare again = OpenedCompare.open(hundred, HUNDRED, true);
        again.close();
        Workspace thousand = Workspace.open(folder.resolve("thousand"));
        new WrittenRuns().write(thousand, THOUSAND, FEW_EVENTS);
        OpenedCompare listed = OpenedCompare.open(thousand, THOUSAND, false);
        double list = listed.listMillis();
        double[] sorts = new double[SORTS];
        for (int i = 0; i < SORTS; i++) {
            sorts[i] = listed.sortMillis(i % 2 == 0);
        }
        listed.close();
        Arrays.sort(sorts);
        return new CompareFigures(
                HUNDRED,
                EVENTS,
                first.seconds(),
                again.seconds(),
                first.processorSeconds(),
                again.processorSeconds(),
                Math.max(first.stallMillis(), again.stallMillis()),
                list,
                sorts[SORTS / 2]);
    }
}
