package org.palimpsest.app.worker.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunSummary;
import org.palimpsest.engine.event.Subject;

/**
 * A digest as it is kept on disk.
 *
 * @param folder name of the run's folder
 * @param bytes length of its log when it was read
 * @param changed when its log had last been written
 */
record IndexLine(
        String folder,
        long bytes,
        Instant changed,
        RunSummary summary,
        double seconds,
        List<RunEvent.AttackFinished> attacks,
        List<Points> trails) {

    /** A trail; values in single precision, which a trail on a screen cannot tell from more. */
    record Points(String probe, String series, Subject subject, long[] steps, float[] values) {}

    static IndexLine of(String folder, long bytes, Instant changed, RunDigest digest) {
        List<Points> trails = new ArrayList<>();
        for (RunDigest.Trail trail : digest.trails()) {
            Column points = trail.points();
            long[] steps = new long[points.size()];
            float[] values = new float[points.size()];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = points.step(i);
                values[i] = (float) points.value(i);
            }
            SeriesKey key = trail.key();
            trails.add(new Points(key.probe(), key.series(), key.subject(), steps, values));
        }
        return new IndexLine(folder, bytes, changed, digest.summary(), digest.seconds(), digest.attacks(), trails);
    }

    RunDigest digest() {
        List<RunDigest.Trail> kept = new ArrayList<>();
        for (Points points : trails) {
            Column column = new Column();
            for (int i = 0; i < points.steps().length; i++) {
                column.add(points.steps()[i], points.values()[i]);
            }
            kept.add(new RunDigest.Trail(new SeriesKey(points.probe(), points.series(), points.subject()), column));
        }
        return new RunDigest(summary, seconds, attacks, kept);
    }
}
