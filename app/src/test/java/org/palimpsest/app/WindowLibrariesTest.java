package org.palimpsest.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationExtension;

class WindowLibrariesTest {
    private static final String WHOLE = """
            \tlibpangoft2-1.0.so.0 (libc6,x86-64) => /lib/x86_64-linux-gnu/libpangoft2-1.0.so.0
            \tlibpango-1.0.so.0 (libc6,x86-64) => /lib/x86_64-linux-gnu/libpango-1.0.so.0
            \tlibfreetype.so.6 (libc6,x86-64) => /lib/x86_64-linux-gnu/libfreetype.so.6
            \tlibfontconfig.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libfontconfig.so.1
            \tlibc.so.6 (libc6,x86-64) => /lib/x86_64-linux-gnu/libc.so.6
            """;

    @Test
    void nothingIsMissingWhereAllOfItIs() {
        assertThat(WindowLibraries.missing(Optional.of(WHOLE), true)).isEmpty();
    }

    @Test
    void aLibraryThatTheLinkerDoesNotKnowIsMissingByItsPackage() {
        String bare =
                WHOLE.lines().filter(line -> !line.contains("pango")).reduce("", (all, line) -> all + line + "\n");
        assertThat(WindowLibraries.missing(Optional.of(bare), true))
                .containsExactly("libpango-1.0-0", "libpangoft2-1.0-0");
    }

    @Test
    void aMachineWithoutFontsMissesOne() {
        assertThat(WindowLibraries.missing(Optional.of(WHOLE), false)).containsExactly("fonts-dejavu-core");
    }

    @Test
    void nothingIsMissedWhereTheLinkerTellsNothing() {
        assertThat(WindowLibraries.missing(Optional.empty(), true)).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidInOneLine() {
        assertThat(WindowLibraries.sentence(List.of("libpango-1.0-0", "fonts-dejavu-core")))
                .doesNotContain("\n")
                .contains("Pango", "fontconfig", "a font", "FreeType")
                .endsWith("libpango-1.0-0 fonts-dejavu-core");
    }

    /** A test that opened a window without the tag would fail where windows cannot be drawn. */
    @Test
    void everyTestOfAWindowCarriesItsTag() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(DrawsWindow.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(WindowLibrariesTest.class.getName())
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ApplicationExtension.class)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.OnlyIncludeTests())
                        .importPackages("org.palimpsest.app"));
    }
}
