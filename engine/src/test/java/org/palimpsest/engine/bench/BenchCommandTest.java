package org.palimpsest.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.cli.CommandLineProgram;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** The command as a program with something else to measure has it. */
    private static final class Extended extends BenchCommand {
        Extended() {
            super(Map::of);
        }

        @Override
        protected List<Measurement> measurements(Device on) {
            return List.of(new Measurement() {
                @Override
                public String task() {
                    return "rounds";
                }

                @Override
                public Figure take(int rounds) {
                    return new Figure("rounds", "asked for", rounds, 5, Figure.Direction.AT_LEAST, Map.of("one", 1.0));
                }
            });
        }
    }

    @Test
    void allFiguresAreOneDocument() throws IOException {
        assertThat(status("bench", "--threads", "1", "--rounds", "4", "--json")).isZero();
        JsonNode told = new JsonMapper().readTree(out.toString());
        assertThat(told.path("threads").asInt()).isEqualTo(1);
        assertThat(told.path("figures").path(0).path("id").asText()).isEqualTo("rounds");
        assertThat(told.path("figures").path(0).path("value").asDouble()).isEqualTo(4);
        assertThat(told.path("figures").path(0).path("parts").path("one").asDouble())
                .isEqualTo(1);
    }

    @Test
    void aMissedGoalIsSaid() {
        status("bench", "--threads", "1", "--rounds", "4");
        assertThat(out.toString()).contains("goal >= 5.00, missed");
    }

    @Test
    void aReachedGoalIsNotCalledMissed() {
        status("bench", "--threads", "1", "--rounds", "5");
        assertThat(out.toString()).contains("goal >= 5.00").doesNotContain("missed");
    }

    @Test
    void noRoundsAreAnError() {
        assertThat(status("bench", "--rounds", "0")).isEqualTo(1);
        assertThat(err.toString()).contains("--rounds must be at least 1, but is 0");
    }

    @Test
    void aStepOfEachMethodIsTimed() {
        Figure figure = new PreferenceStep(Device.cpu()).take(1);
        assertThat(figure.parts().values()).allMatch(seconds -> seconds > 0);
        assertThat(figure.value())
                .isEqualTo(figure.parts().get("npoSeconds") / figure.parts().get("gradDiffSeconds"));
    }

    private int status(String... arguments) {
        CommandLine program =
                CommandLineProgram.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        program.addSubcommand(new Extended());
        int status = program.execute(arguments);
        program.getOut().flush();
        program.getErr().flush();
        return status;
    }
}
