package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemLibrariesTest {
    @TempDir
    Path folder;

    private Finding with(String... libraries) throws IOException {
        for (String library : libraries) {
            Files.createFile(folder.resolve(library));
        }
        return new SystemLibraries(List.of(folder)).finding();
    }

    @Test
    void whatTheWindowNeedsIsThere() throws IOException {
        assertThat(with("libgtk-3.so.0", "libGL.so.1", "libX11.so.6", "libXtst.so.6", "libXxf86vm.so.1")
                        .state())
                .isEqualTo(Finding.State.GOOD);
    }

    @Test
    void missingLibrariesAreNamedWithTheirPackages() throws IOException {
        Finding finding = with("libGL.so.1", "libX11.so.6", "libXxf86vm.so.1");
        assertThat(finding.found()).isEqualTo("not to be found: libgtk-3.so.0, libXtst.so.6");
        assertThat(finding.advice())
                .contains("apt-get install libgtk-3-0 libxtst6.")
                .contains("dnf install gtk3 libXtst.");
    }

    @Test
    void workWithoutAWindowIsNotHindered() throws IOException {
        assertThat(with().state()).isEqualTo(Finding.State.NOTICE);
    }
}
