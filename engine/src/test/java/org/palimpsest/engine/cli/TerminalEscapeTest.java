package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** Nothing that comes from a file reaches a terminal as a control character. */
class TerminalEscapeTest {
    private static final String FOUR_STEPS =
            ", \"training\": {\"steps\": 4, \"batch\": 2, \"learningRate\": 0.01}, \"evaluation\": {\"metrics\": [\"probability\"]}";
    /** Clears the screen, sets the title, breaks the line, and turns the reading direction round. */
    private static final String NAME = "evil \\u001b[2J\\u001b]0;pwned\\u0007 name\\nsecond line\\r\\u009b2J\\u202e";

    private static final String READ = "evil \u001b[2J\u001b]0;pwned\u0007 name\nsecond line\r\u009b2J\u202e";

    @TempDir
    Path scratch;

    private TinyWorkspace workspace;
    private Path recipe;

    @BeforeEach
    void prepare() throws IOException {
        workspace = TinyWorkspace.in(scratch);
        recipe = workspace.recipe("evil", "npo", FOUR_STEPS);
        Files.writeString(
                recipe, Files.readString(recipe).replaceFirst("\"evil\"", "\"" + NAME.replace("\\", "\\\\") + "\""));
    }

    @Test
    void aNameIsShownInOneLineWithSignsForWhatItHolds() throws IOException {
        Told told = Told.by("run", recipe, "--out", scratch.resolve("out"));
        assertHarmless(told);
        assertThat(told.status()).isEqualTo(ExitStatus.OK);
        assertThat(told.err())
                .contains("evil \uFFFD[2J\uFFFD]0;pwned\uFFFD name⏎second line\uFFFD\uFFFD2J\uFFFD: npo, 4 steps");
        assertThat(told.out()).contains("evil \uFFFD[2J\uFFFD]0;pwned");
    }

    @Test
    void comparingAndReportingAreAsHarmless() throws IOException {
        Path out = scratch.resolve("out");
        Told.by("run", recipe, "--out", out);
        assertHarmless(Told.by("compare", out));
        assertHarmless(Told.by("compare", out, "--ascii"));
        assertHarmless(Told.by("report", out, "--out", scratch.resolve("page.html")));
        assertHarmless(Told.by("resume", out));
    }

    @Test
    void jsonIsTheSameTextInEscapes() throws IOException {
        Path out = scratch.resolve("out");
        Told.by("run", recipe, "--out", out);
        Told told = Told.by("compare", out, "--json");
        assertHarmless(told);
        assertThat(told.json().path("rows").findValuesAsText("name")).contains(READ);
    }

    @Test
    void whatAModelSaysIsHarmlessToo() {
        // A model of random weights says every byte there is.
        Path model = scratch.resolve("target");
        assertHarmless(
                Told.by("model", "generate", model, "--prompt", "a", "--temperature", 5, "--max-new-tokens", 100));
        assertHarmless(Told.by(
                "model", "generate", model, "--prompt", "a", "--temperature", 5, "--max-new-tokens", 100, "--json"));
    }

    @Test
    void pathsInResultsAndInMessagesAreHarmless() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "skipped: file names of this system hold no control characters");
        Path evil = Files.createDirectory(scratch.resolve("a\u001b[2Jb\nc\u009b"));
        Path copied = evil.resolve("config.json");
        Files.copy(scratch.resolve("target/config.json"), copied);
        for (Path file : new Path[] {evil, evil.resolve("none"), copied}) {
            assertHarmless(Told.by("model", "inspect", file));
            assertHarmless(Told.by("model", "inspect", file, "--stacktrace"));
            assertHarmless(Told.by("evaluate", file, "--data", evil));
            assertHarmless(Told.by("run", file));
            assertHarmless(Told.by("compare", file));
        }
        Told told = Told.by("run", workspace.recipe("plain", "npo", FOUR_STEPS), "--out", evil.resolve("out"));
        assertHarmless(told);
        assertThat(told.status()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void factsOfAFolderAreHarmless() {
        assertThat(Facts.lines(Map.of("name", READ)))
                .singleElement()
                .asString()
                .matches(line -> line.codePoints().noneMatch(obeyed()), "has no control characters");
    }

    private static void assertHarmless(Told told) {
        for (String text : new String[] {told.out(), told.err()}) {
            String lines =
                    text.replace(System.lineSeparator(), "").replace("\n", "").replace("\t", "");
            assertThat(lines.codePoints().filter(obeyed()).mapToObj(Integer::toHexString))
                    .as("control characters in: " + text)
                    .isEmpty();
        }
    }

    private static IntPredicate obeyed() {
        return c -> Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
