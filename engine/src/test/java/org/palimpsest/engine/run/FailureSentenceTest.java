package org.palimpsest.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.engine.EngineException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.EventLog;
import org.palimpsest.engine.event.RunFolder;

class FailureSentenceTest {

    @Test
    void nativeMemoryThatRanOutIsSaidToBeMemory() {
        assertThat(
                        FailureSentence.of(
                                new EngineException(
                                        "[enforce fail at alloc_cpu.cpp:117] DefaultCPUAllocator: can't allocate memory: you tried to allocate 8 bytes\nframe #0: x")))
                .startsWith("memory ran out");
    }

    @Test
    void javaMemoryThatRanOutIsSaidToBeMemory() {
        assertThat(FailureSentence.of(new OutOfMemoryError("Java heap space")))
                .startsWith("memory ran out (Java heap space)");
    }

    @Test
    void anEngineThatCannotBeLoadedLeadsToTheDoctor() {
        assertThat(FailureSentence.of(
                        new EngineException("no engine", new UnsatisfiedLinkError("libtorch.so: not found"))))
                .contains("libtorch.so: not found")
                .contains("doctor");
    }

    @Test
    void aClassThatCouldNotStartTellsOfItsCause() {
        assertThat(FailureSentence.of(new ExceptionInInitializerError(new UnsatisfiedLinkError("libgomp.so.1"))))
                .contains("libgomp.so.1");
    }

    @Test
    void aMistakeOfTheProgramIsSaidToBeOne() {
        assertThat(FailureSentence.isUnexpected(FailureSentence.of(new IllegalStateException("odd"))))
                .isTrue();
    }

    @Test
    void aLogThatCannotBeWrittenIsNamed(@TempDir Path folder) {
        Path events = folder.resolve("gone/events.jsonl");
        Throwable failure = catchThrowable(() -> EventLog.open(new RunFolder(events.getParent())));
        assertThat(FailureSentence.of(failure)).contains(events.toString()).contains("cannot be opened for writing");
    }

    @Test
    void aSentenceForPeopleIsPassedOn() {
        assertThat(FailureSentence.of(new RunException("say so"))).isEqualTo("say so");
    }
}
