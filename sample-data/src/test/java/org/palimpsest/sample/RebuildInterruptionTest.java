package org.palimpsest.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebuildInterruptionTest {
    @TempDir
    Path scratch;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aRebuildComesToRestBehindItsStep(String signal, int status) throws Exception {
        assumeTrue(
                !System.getProperty("os.name").startsWith("Windows"),
                "skipped: Windows has no signal that another program can send for Ctrl+C");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-DOPT_OUT_TRACKING=true",
                "-Dai.djl.offline=true",
                "-cp",
                System.getProperty("java.class.path"),
                SampleProgram.class.getName(),
                "rebuild",
                "--threads",
                "1",
                "--out",
                scratch.toString());
        // What a shell starts in the background ignores Ctrl+C, and so does all that is started from there, unless it
        // is given back.
        if (System.getProperty("os.name").equals("Linux")) {
            builder.command(Stream.concat(Stream.of("env", "--default-signal=INT"), builder.command().stream())
                    .toList());
        }
        Process program = builder.start();
        List<String> told = new ArrayList<>();
        try (BufferedReader err = program.errorReader()) {
            boolean sent = false;
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                told.add(line);
                if (!sent && line.contains(" step ")) {
                    sent = true;
                    send(signal, program);
                }
            }
        }
        assertThat(program.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(status);
        assertThat(told)
                .anyMatch(line -> line.contains("stopping"))
                .last()
                .asString()
                .startsWith("stopped;");
    }

    private static void send(String signal, Process program) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
