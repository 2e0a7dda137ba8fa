package org.palimpsest.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @TempDir
    Path path;

    private RunFolder folder;
    private Process other;

    @BeforeEach
    void open() {
        folder = new RunFolder(path);
    }

    @AfterEach
    void end() throws InterruptedException {
        if (other != null) {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void isFreeAtFirst() {
        assertThat(RunLock.isHeld(folder)).isFalse();
    }

    @Test
    void isHeldOnceAcquired() {
        try (RunLock lock = RunLock.acquire(folder)) {
            assertThat(lock).isNotNull();
            assertThat(RunLock.isHeld(folder)).isTrue();
        }
    }

    @Test
    void isFreeOnceClosed() {
        RunLock.acquire(folder).close();
        assertThat(RunLock.isHeld(folder)).isFalse();
    }

    @Test
    void canBeClosedTwice() {
        RunLock lock = RunLock.acquire(folder);
        lock.close();
        lock.close();
        assertThat(RunLock.isHeld(folder)).isFalse();
    }

    @Test
    void isNotGivenTwiceWithinOneProgram() {
        try (RunLock lock = RunLock.acquire(folder)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> RunLock.acquire(folder))
                    .isInstanceOf(RunLockedException.class)
                    .hasMessageContaining("in use by this program");
        }
    }

    @Test
    void namesTheProcessThatHoldsTheRun() throws IOException {
        takeElsewhere();
        assertThatThrownBy(() -> RunLock.acquire(folder))
                .isInstanceOf(RunLockedException.class)
                .hasMessageContainingAll(path.toString(), "in use by process " + other.pid());
    }

    @Test
    void seesThatAnotherProcessHoldsTheRun() throws IOException {
        takeElsewhere();
        assertThat(RunLock.isHeld(folder)).isTrue();
    }

    @Test
    void staysWithTheOtherProcessAfterLooking() throws IOException {
        takeElsewhere();
        RunLock.isHeld(folder);
        assertThatThrownBy(() -> RunLock.acquire(folder)).isInstanceOf(RunLockedException.class);
    }

    @Test
    void isFreeOnceTheOtherProcessIsKilled() throws IOException, InterruptedException {
        takeElsewhere();
        other.destroyForcibly().waitFor();
        assertThat(RunLock.isHeld(folder)).isFalse();
    }

    @Test
    void canBeAcquiredAfterAKilledProcess() throws IOException, InterruptedException {
        takeElsewhere();
        other.destroyForcibly().waitFor();
        try (RunLock lock = RunLock.acquire(folder)) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void keepsAnotherProcessOut() throws IOException, InterruptedException {
        try (RunLock lock = RunLock.acquire(folder)) {
            assertThat(lock).isNotNull();
            // Looking must not drop what this program holds.
            RunLock.isHeld(folder);
            startOther();
            assertThat(other.waitFor()).isNotZero();
        }
    }

    @Test
    void saysThatAFolderIsNotThere() {
        RunFolder none = new RunFolder(path.resolve("none"));
        assertThatThrownBy(() -> RunLock.acquire(none))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("cannot be locked");
    }

    private void takeElsewhere() throws IOException {
        startOther();
        BufferedReader output = other.inputReader(StandardCharsets.UTF_8);
        assertThat(output.readLine()).isEqualTo("locked true");
    }

    private void startOther() throws IOException {
        other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
