package org.palimpsest.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.EventLog;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunFolderException;

class RunFoldersTest {

    @TempDir
    private Path root;

    private Path run(String folder, String name) throws IOException {
        RunFolder run = RunFolder.create(root.resolve(folder));
        Files.writeString(run.recipe(), "{\"version\": 1}");
        Files.writeString(
                run.environment(), "{\"java\": \"17\", \"machine\": {\"cores\": 2, \"flags\": [\"a\", \"b\"]}}");
        try (EventLog log = EventLog.open(run)) {
            log.append((sequence, at) -> new RunEvent.Started(sequence, at, 0, name, "npo", 3));
            log.append((sequence, at) -> new RunEvent.StepDone(sequence, at, 1, Map.of("loss", 2.0), 1e-4, 1, 10, 0.5));
        }
        return run.path();
    }

    @Test
    void runIsReadFromItsFolder() throws IOException {
        RecordedRun read = RunFolders.read(List.of(run("first run ä", "NPO"))).get(0);
        assertThat(read.name()).isEqualTo("NPO");
        assertThat(read.method().id()).isEqualTo("npo");
        assertThat(read.events()).hasSize(2);
        assertThat(read.recipe()).isEqualTo("{\"version\": 1}");
        assertThat(read.environment())
                .containsExactly(
                        Map.entry("java", "17"), Map.entry("machine.cores", "2"), Map.entry("machine.flags", "a, b"));
    }

    @Test
    void runsOfOneNameGoByTheirFolders() throws IOException {
        List<RecordedRun> runs = RunFolders.read(List.of(run("a", "NPO"), run("b", "NPO"), run("c", "other")));
        assertThat(runs.stream().map(RecordedRun::name)).containsExactly("a", "b", "other");
    }

    @Test
    void foldersOfOneNameAreNumbered() throws IOException {
        List<RecordedRun> runs = RunFolders.read(List.of(run("x/npo", "NPO"), run("y/npo", "NPO")));
        assertThat(runs.stream().map(RecordedRun::name)).containsExactly("npo", "npo (2)");
    }

    @Test
    void unreadableLinesAreTold() throws IOException {
        Path folder = run("broken", "NPO");
        String log = Files.readString(folder.resolve("events.jsonl"));
        Files.writeString(folder.resolve("events.jsonl"), "{\"event\": \"unheard-of\"}\n" + log);
        RecordedRun read = RunFolders.read(List.of(folder)).get(0);
        assertThat(new HtmlReport().render(new HtmlReport.Heading("t", "q", Instant.EPOCH), List.of(read)))
                .contains("Lines of the log that could not be understood, and whose content is missing here: 1.");
    }

    @Test
    void brokenEnvironmentIsNamed() throws IOException {
        Path folder = run("env", "NPO");
        Files.writeString(folder.resolve("environment.json"), "{oops");
        assertThatThrownBy(() -> RunFolders.read(List.of(folder)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("environment.json: broken JSON at line 1, column 2")
                .hasMessageContaining("Remove the file");
    }

    @Test
    void aFolderOfRunsStandsForTheRunsInIt() throws IOException {
        run("all/second", "SimNPO");
        run("all/first", "NPO");
        Files.writeString(root.resolve("all/first.log"), "words");
        Files.writeString(root.resolve("all/report.html"), "<html>");
        Files.createDirectories(root.resolve("all/.anchors"));
        Files.createDirectories(root.resolve("all/sample/recipes"));
        assertThat(RunFolders.read(List.of(root.resolve("all"))).stream().map(RecordedRun::name))
                .containsExactly("NPO", "SimNPO");
    }

    @Test
    void folderWithoutRunIsRefused() {
        assertThatThrownBy(() -> RunFolders.read(List.of(root))).isInstanceOf(RunFolderException.class);
    }
}
