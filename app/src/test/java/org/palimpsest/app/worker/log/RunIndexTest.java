package org.palimpsest.app.worker.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunSummary;
import org.palimpsest.engine.event.Subject;

class RunIndexTest {
    private static final Instant THEN = Instant.parse("2026-03-01T09:30:00.123456789Z");

    @TempDir
    Path place;

    private static RunDigest digest() {
        Column points = new Column();
        points.add(0, 0.5);
        points.add(4, Double.NaN);
        points.add(8, 0.25);
        RunSummary summary = new RunSummary(
                "NPO",
                "npo",
                RunSummary.State.FINISHED,
                8,
                8,
                Double.NaN,
                List.of(new RunEvent.Scored(
                        3, THEN, 8, "probability", "forget", Subject.UNLEARNED, null, Map.of("a", 1.0), "none")));
        return new RunDigest(
                summary,
                2.5,
                List.of(new RunEvent.AttackFinished(
                        9, THEN, 8, "relearning", "1", Subject.UNLEARNED, Map.of("recovery.area", 0.4))),
                List.of(new RunDigest.Trail(
                        new SeriesKey("answer-probability", "forget.probability", Subject.UNLEARNED), points)));
    }

    private Path file() {
        return place.resolve("index.jsonl");
    }

    private void save() throws IOException {
        RunIndex index = RunIndex.open(file());
        index.put("0001-npo", 1234, THEN, digest());
        index.save();
    }

    @Test
    void givesBackWhatWasKept() throws IOException {
        save();
        RunDigest found = RunIndex.open(file()).find("0001-npo", 1234, THEN).orElseThrow();

        assertThat(found.summary()).isEqualTo(digest().summary());
        assertThat(found.attacks()).isEqualTo(digest().attacks());
        Column points = found.trails().get(0).points();
        assertThat(points.step(2)).isEqualTo(8);
        assertThat(points.last()).isEqualTo(0.25);
        assertThat(points.value(1)).isNaN();
    }

    @Test
    void aChangedLogIsNotFound() throws IOException {
        save();
        assertThat(RunIndex.open(file()).find("0001-npo", 1235, THEN)).isEmpty();
        assertThat(RunIndex.open(file()).find("0001-npo", 1234, THEN.plusNanos(1)))
                .isEmpty();
    }

    @Test
    void aBrokenFileIsAnEmptyIndex() throws IOException {
        save();
        Files.writeString(file(), Files.readString(file()).substring(0, 200));
        assertThat(RunIndex.open(file()).find("0001-npo", 1234, THEN)).isEmpty();
    }

    @Test
    void anotherVersionIsNotRead() throws IOException {
        save();
        Files.writeString(file(), Files.readString(file()).replace("index\":1", "index\":0"));
        assertThat(RunIndex.open(file()).find("0001-npo", 1234, THEN)).isEmpty();
    }

    @Test
    void forgetsRunsThatAreGone() throws IOException {
        save();
        RunIndex index = RunIndex.open(file());
        index.keepOnly(java.util.Set.of());
        index.save();
        assertThat(Files.readString(file())).doesNotContain("0001-npo");
    }
}
