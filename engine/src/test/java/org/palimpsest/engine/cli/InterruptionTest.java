package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** Ctrl+C in the middle of a run. */
class InterruptionTest {
    private static final String LONG =
            ", \"training\": {\"steps\": 100000, \"batch\": 2}, \"checkpoints\": {\"every\": 0}";

    /** The signal of Ctrl+C. */
    private static final int INTERRUPT = 2;

    @TempDir
    Path scratch;

    @Test
    void theStepIsFinishedAndTheRunCanBeResumed() throws Exception {
        assumeTrue(
                !System.getProperty("os.name").startsWith("Windows"),
                "skipped: Windows has no signal that another program can send for Ctrl+C");
        Path recipe = TinyWorkspace.in(scratch).recipe("long", "ga", LONG);
        Path out = scratch.resolve("out");
        Process program = heedingInterruption(ProgramProcess.of(List.of(), "run", recipe, "--out", out))
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader err = program.errorReader()) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                if (told.stream().noneMatch(l -> l.contains(" step ")) && line.contains(" step ")) {
                    interrupt(program);
                }
                told.add(line);
            }
        }
        assertThat(program.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(128 + INTERRUPT);
        assertThat(told)
                .anyMatch(line -> line.contains("stopping"))
                .anyMatch(line -> line.contains("palimpsest resume " + out));
        List<RunEvent> events = RunReader.read(RunFolder.open(out)).events();
        assertThat(events.get(events.size() - 1)).isInstanceOf(RunEvent.Stopped.class);
        assertThat(events.get(events.size() - 2)).isInstanceOf(RunEvent.CheckpointWritten.class);
        assertThat(Told.by("model", "export", out, "--out", scratch.resolve("model"))
                        .status())
                .isEqualTo(ExitStatus.OK);
    }

    /** What a shell starts in the background ignores Ctrl+C, and so does all that is started from there, unless it is given back. */
    private static ProcessBuilder heedingInterruption(ProcessBuilder program) {
        if (System.getProperty("os.name").equals("Linux")) {
            program.command().addAll(0, List.of("env", "--default-signal=INT"));
        }
        return program;
    }

    private static void interrupt(Process program) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(program.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
