package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ErrorMessageTest {

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThat(ErrorMessage.of(new UncheckedIOException(new NoSuchFileException("a.json"))))
                .isEqualTo("there is no file or folder a.json");
    }

    @Test
    void aDeniedFileIsSaidToBeDenied() {
        assertThat(ErrorMessage.of(new AccessDeniedException("a.json")))
                .contains("a.json")
                .contains("permissions");
    }

    @Test
    void aFullDiskIsSaidByTheSystem() {
        assertThat(ErrorMessage.of(new FileSystemException("run/events.jsonl", null, "No space left on device")))
                .isEqualTo("run/events.jsonl: No space left on device");
    }

    @Test
    void nativeCallFramesAreLeftOut() {
        assertThat(ErrorMessage.of(new IOException("shapes differ\nException raised from f at x.cpp:1\nframe #0: y")))
                .isEqualTo("shapes differ");
    }

    @Test
    void aMistakeOfTheProgramIsSaidToBeOne() {
        assertThat(ErrorMessage.of(new NullPointerException())).startsWith("this should not have happened");
    }

    @Test
    void aMissingNativeLibraryLeadsToTheDoctor() {
        assertThat(ErrorMessage.of(new UnsatisfiedLinkError("no torch")))
                .contains("no torch")
                .contains("doctor");
    }
}
