package org.palimpsest.app.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunLock;

class RunTrashTest {
    @TempDir
    Path place;

    private Workspace workspace;
    private RunTrash trash;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(place);
        trash = new RunTrash(workspace);
    }

    private RunFolder run() throws IOException {
        RunFolder run = RunFolder.create(workspace.runs().resolve("0001-npo"));
        Files.writeString(run.events(), "{}");
        return run;
    }

    @Test
    void aDeletedRunComesBackWhole() throws IOException {
        RunFolder run = run();
        Path binned = trash.bin(run);
        assertThat(run.path()).doesNotExist();

        trash.restore(binned, run);

        assertThat(run.events()).hasContent("{}");
    }

    @Test
    void twoRunsOfOneNameLieSideBySide() throws IOException {
        Path first = trash.bin(run());
        assertThat(trash.bin(run())).isNotEqualTo(first);
        assertThat(first).exists();
    }

    @Test
    void aRunAtWorkStays() throws IOException {
        RunFolder run = run();
        try (RunLock held = RunLock.acquire(run)) {
            assertThatThrownBy(() -> trash.bin(run)).hasMessageContaining("stop the run first");
        }
        assertThat(run.path()).exists();
    }
}
