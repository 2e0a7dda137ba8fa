package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** The program when what it says goes nowhere. */
class FailingOutputTest {
    @TempDir
    Path scratch;

    @BeforeEach
    void prepare() throws IOException {
        TinyWorkspace.in(scratch);
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(strings = {"methods", "methods --json", "--help", "--version", "model inspect TARGET", "methods npo"})
    void aFullDiskBehindStandardOutputIsAFailureWithASentence(String command) throws Exception {
        Process program = ProgramProcess.of(List.of(), arguments(command))
                .redirectOutput(Path.of("/dev/full").toFile())
                .start();
        String err = new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).isEqualTo(ExitStatus.FAILED);
        assertThat(err).contains("palimpsest: not all of the result could be written to standard output");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aClosedPipeIsAFailureWithASentence() throws Exception {
        Path err = scratch.resolve("err");
        // Of more than a pipe holds the shell's reader takes one line.
        ProcessBuilder program = ProgramProcess.of(List.of(), "methods", "--json");
        ProcessBuilder shell = new ProcessBuilder(
                "bash", "-c", "\"$@\" 2>" + err + " | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}", "bash");
        shell.command().addAll(program.command());
        assertThat(shell.start().waitFor()).isEqualTo(ExitStatus.FAILED);
        assertThat(Files.readString(err)).contains("nobody reads it any more");
    }

    @Test
    void whatCanBeWrittenIsNoFailure() throws Exception {
        Process program = ProgramProcess.of(List.of(), "methods").start();
        assertThat(ProgramProcess.output(program)).contains("npo");
        assertThat(program.waitFor()).isEqualTo(ExitStatus.OK);
    }

    private Object[] arguments(String command) {
        return command.replace("TARGET", scratch.resolve("target").toString()).split(" ");
    }
}
