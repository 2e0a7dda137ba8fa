package org.palimpsest.app.shell.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class LicencesTest {
    private static final Path LIBRARIES = Path.of("target", "runtime-libraries.txt");

    /** Names of all libraries the program runs with; a repository keeps them at .../NAME/VERSION/NAME-VERSION.jar. */
    private static Set<String> libraries() throws IOException {
        Assumptions.assumeTrue(Files.exists(LIBRARIES), LIBRARIES + " is written by Maven before the tests");
        Set<String> names = new TreeSet<>();
        for (String jar : Files.readString(LIBRARIES).strip().split(File.pathSeparator)) {
            Path version = Path.of(jar).getParent();
            if (version != null && jar.endsWith(".jar") && !jar.contains("palimpsest")) {
                names.add(version.getParent().getFileName().toString());
            }
        }
        return names;
    }

    private static Set<String> listed() {
        return Licences.all().stream()
                .flatMap(entry -> entry.artifacts().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyLibraryIsListedAndNoOther() throws IOException {
        assertThat(listed()).isEqualTo(libraries());
    }

    @Test
    void noLibraryBindsTheProgramToTheGpl() {
        assertThat(Licences.all())
                .noneMatch(entry -> entry.licence().matches("A?GPL-[0-9.]+(-only|-or-later)?( AND .*)?"));
    }
}
