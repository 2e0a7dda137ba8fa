package org.palimpsest.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.compare.table.ScoreWords;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.EventLog;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary;
import org.palimpsest.engine.event.Subject;

/** What is said above the table of runs. */
class CautionsTest {
    @TempDir
    Path scratch;

    private final Messages words = Messages.of("compare");
    private final Cautions cautions = new Cautions(words, new ScoreWords(words));

    @Test
    void runsOfOneExperimentAreShownWithoutAWord() throws IOException {
        Cautions.Found found = cautions.of(List.of(run("a", "reference", "0-7", ""), run("b", "reference", "0-7", "")));
        assertThat(found.sentences()).isEmpty();
        assertThat(found.apart()).isFalse();
    }

    @Test
    void differentForgetSetsAreNamed() throws IOException {
        Cautions.Found found =
                cautions.of(List.of(run("a", "reference", "0-7", ""), run("b", "reference", "8-15", "")));
        assertThat(found.sentences()).containsExactly(words.get("caution.sets"));
        assertThat(found.apart()).isTrue();
    }

    @Test
    void aReferenceThatIsTheTargetIsNamedByItsRun() throws IOException {
        Cautions.Found found = cautions.of(List.of(run("a", "target", "0-7", ""), run("b", "reference", "0-7", "")));
        assertThat(found.sentences()).containsExactly(words.get("caution.itself", "a"));
    }

    @Test
    void aMetricWithoutAValueIsExplained() throws IOException {
        String note = "the forget questions have no wrong answers to compare with";
        Cautions.Found found =
                cautions.of(List.of(run("a", "reference", "0-7", note), run("b", "reference", "0-7", "")));
        assertThat(found.sentences()).singleElement().asString().contains(note).contains("(a)");
    }

    private RunEntry run(String id, String reference, String rows, String note) throws IOException {
        RunFolder folder = RunFolder.create(scratch.resolve(id));
        Files.writeString(folder.recipe(), """
                {"name": "%s", "model": {"target": "/m/target", "reference": "/m/%s"},
                 "data": {"forget": {"path": "/d/forget.jsonl", "rows": "%s"}}}
                """.formatted(id, reference, rows));
        try (EventLog log = EventLog.open(folder)) {
            log.append((n, at) -> new RunEvent.Started(n, at, 0, id, "npo", 1));
            Double value = note.isEmpty() ? (Double) 0.5 : null;
            log.append((n, at) ->
                    new RunEvent.Scored(n, at, 1, "forget-quality", Subject.UNLEARNED, value, Map.of(), note));
        }
        return new RunEntry(folder, id, RunSummary.of(folder), Instant.EPOCH, 1);
    }
}
