package org.palimpsest.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PalimpsestTest {

    @Test
    void theProgramHasTheCommandsOfTheEngineAndOfTheSample() {
        assertThat(Palimpsest.commandLine().getSubcommands())
                .containsKeys(
                        "window",
                        "demo",
                        "run",
                        "resume",
                        "fork",
                        "methods",
                        "metrics",
                        "attacks",
                        "probes",
                        "model",
                        "loss",
                        "evaluate",
                        "attack",
                        "compare",
                        "report",
                        "doctor",
                        "sample");
    }

    @Test
    void addedCommandsFailInASentenceToo() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine program =
                Palimpsest.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        assertThat(program.execute("sample", "rebuild", "--threads", "-1", "--json"))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("palimpsest: --threads must be at least 1, or 0 for all cores, but is -1");
        assertThat(out.toString()).contains("\"error\"");
    }

    @Test
    void nothingTypedMeansTheWindow() {
        assertThat(Palimpsest.meant(new String[0])).containsExactly("window");
    }

    @Test
    void aRecipeAloneOpensTheWindowOnIt() {
        assertThat(Palimpsest.meant(new String[] {"first.palimpsest.json"}))
                .containsExactly("window", "first.palimpsest.json");
    }

    @Test
    void commandsAreLeftAsTheyAre() {
        assertThat(Palimpsest.meant(new String[] {"methods"})).containsExactly("methods");
    }
}
