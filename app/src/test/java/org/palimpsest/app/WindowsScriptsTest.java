package org.palimpsest.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cmd makes of the scripts for Windows in folders with names that it takes for its own signs. */
class WindowsScriptsTest {
    private static final Path LAUNCHER = Path.of("../palimpsest.cmd");
    private static final Path PACKAGER = Path.of("../installers/package-windows.cmd");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\plain\\",
                "C:\\with blanks\\",
                "C:\\Tom & Jerry\\",
                "C:\\100%\\",
                "C:\\%PATH%\\",
                "C:\\wow!\\",
                "C:\\!JAVA!\\",
                "C:\\a (x86)\\",
                "C:\\odd ) name\\",
                "C:\\car^et\\",
                "C:\\semi;colon,=\\",
                "\\\\server\\share\\x\\"
            })
    void everyFolderReachesJavaAsItIs(String folder) throws IOException {
        List<String> started = CmdReading.of(LAUNCHER, folder, Map.of("JAVA_HOME", folder + "jdk"), true)
                .run("run", "\"C:\\my & data\\recipe (1).txt\"");
        assertThat(started)
                .startsWith(folder + "jdk\\bin\\java")
                .containsSequence("-cp", folder + "installers\\target\\dist\\lib\\*", "org.palimpsest.app.Palimpsest")
                .endsWith("run", "C:\\my & data\\recipe (1).txt")
                .contains("-XX:+UseSerialGC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "window", "demo", "screenshots", "\"C:\\a & b\\mine.json\""})
    void theWindowHasItsOptionsInAnyFolder(String argument) throws IOException {
        String folder = "C:\\Tom & Jerry (100%)!\\";
        List<String> started = CmdReading.of(LAUNCHER, folder, Map.of(), true)
                .run(argument.isEmpty() ? new String[0] : new String[] {argument});
        assertThat(started)
                .startsWith("java")
                .contains("@" + folder + "installers\\window.options")
                .containsSequence("--module-path", folder + "installers\\target\\dist\\javafx")
                .doesNotContain("-XX:+UseSerialGC");
    }

    @Test
    void benchHasThemOnlyForTheWindow() throws IOException {
        assertThat(CmdReading.of(LAUNCHER, "C:\\x\\", Map.of(), true).run("bench", "--window"))
                .contains("--module-path");
        assertThat(CmdReading.of(LAUNCHER, "C:\\x\\", Map.of(), true).run("bench", "--json"))
                .doesNotContain("--module-path");
    }

    @Test
    void javaHomeInQuotesIsOneFolderToo() throws IOException {
        assertThat(CmdReading.of(LAUNCHER, "C:\\x\\", Map.of("JAVA_HOME", "\"C:\\Program Files\\jdk\""), true)
                        .run("doctor"))
                .startsWith("C:\\Program Files\\jdk\\bin\\java");
    }

    @Test
    void whatIsNotBuiltIsBuiltInItsFolderFirst() throws IOException {
        CmdReading reading = CmdReading.of(LAUNCHER, "C:\\Tom & Jerry\\", Map.of(), false);
        assertThat(reading.run("doctor")).startsWith("java");
        assertThat(reading.told())
                .contains(List.of("pushd", "C:\\Tom & Jerry\\"))
                .anyMatch(line -> line.contains("mvn"));
    }

    @Test
    void exclamationMarksAreLettersHoweverCmdWasStarted() throws IOException {
        for (Path script : List.of(LAUNCHER, PACKAGER)) {
            assertThat(Files.readString(script)).contains("setlocal EnableExtensions DisableDelayedExpansion");
        }
    }

    /** Labels are looked for in blocks of bytes, which goes wrong with other ends of lines. */
    @Test
    void linesEndAsCmdNeedsThem() throws IOException {
        for (Path script : List.of(LAUNCHER, PACKAGER)) {
            assertThat(Files.readString(script).replace("\r\n", "")).doesNotContain("\n");
        }
    }

    @Test
    void everyJumpHasItsLabel() throws IOException {
        for (Path script : List.of(LAUNCHER, PACKAGER)) {
            List<String> lines = Files.readAllLines(script);
            for (String line : lines) {
                Matcher jump = Pattern.compile("(?:goto |call :)(\\w+)").matcher(line);
                if (jump.find()) {
                    assertThat(lines).contains(":" + jump.group(1));
                }
            }
        }
    }

    @Test
    void whereverThePackagerNamesAFolderItStandsInQuotes() throws IOException {
        for (String line : Files.readAllLines(PACKAGER)) {
            if (line.startsWith("rem ")) {
                continue;
            }
            for (String name : List.of("%HERE%", "%DIST%", "%JAR%", "%NUMBER%", "%JPACKAGE%", "%~dp0")) {
                int at = line.indexOf(name);
                if (at >= 0) {
                    long quotes =
                            line.substring(0, at).chars().filter(c -> c == '"').count();
                    assertThat(quotes % 2).as(line).isEqualTo(1);
                }
            }
        }
    }
}
