package org.palimpsest.app.worker.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.event.EventLines;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunLock;
import org.palimpsest.engine.event.RunSummary;

/** Makes the digest of a run, and makes it anew from what was added when the log has grown. For one thread at a time. */
public final class DigestReader {
    private static final int TRAIL = 48;

    private final RunFolder folder;
    private final LogReader log;

    public DigestReader(RunFolder folder) {
        this.folder = folder;
        this.log = new LogReader(folder, LogReader.Depth.TIMES);
    }

    /**
     * The digest as of now.
     *
     * @throws IOException if the log cannot be read
     */
    public RunDigest read() throws IOException {
        // The lock first: a run that ends in between is then seen with its ending.
        boolean held = RunLock.isHeld(folder);
        log.read();
        List<RunEvent> events = new ArrayList<>(log.telling());
        RunEvent.StepDone last = lastStep();
        if (last != null) {
            // A summary asks only for the newest step, so its place among the others does not matter.
            events.add(0, last);
        }
        List<RunDigest.Trail> trails = new ArrayList<>();
        log.columns().forEach((key, column) -> {
            if (column.size() > 0) {
                trails.add(new RunDigest.Trail(key, column.thinned(TRAIL)));
            }
        });
        return new RunDigest(
                RunSummary.of(events, held),
                last == null ? Double.NaN : last.seconds(),
                events.stream()
                        .filter(RunEvent.AttackFinished.class::isInstance)
                        .map(RunEvent.AttackFinished.class::cast)
                        .toList(),
                trails);
    }

    /** The curves that came along; this reader must then read no more. */
    public RunCurves curves() {
        return new RunCurves(folder, log);
    }

    private RunEvent.StepDone lastStep() throws IOException {
        if (log.lastStepLine() < 0) {
            return null;
        }
        try (RandomAccessFile file = new RandomAccessFile(folder.events().toFile(), "r")) {
            file.seek(log.lastStepLine());
            String line = new String(file.readLine().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            return (RunEvent.StepDone) EventLines.event(line);
        }
    }
}
