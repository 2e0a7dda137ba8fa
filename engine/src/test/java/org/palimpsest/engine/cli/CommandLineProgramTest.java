package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineProgramTest {

    static Stream<String> commands() {
        List<String> names = new ArrayList<>();
        collect("", CommandLineProgram.commandLine(), names);
        return names.stream();
    }

    private static void collect(String path, CommandLine command, List<String> names) {
        command.getSubcommands().forEach((name, sub) -> {
            names.add((path + " " + name).strip());
            collect(path + " " + name, sub, names);
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithExamples(String command) {
        Object[] arguments = Stream.concat(Stream.of(command.split(" ")), Stream.of("--help"))
                .toArray();
        Told told = Told.by(arguments);
        assertThat(told.status()).isEqualTo(ExitStatus.OK);
        assertThat(told.err()).isEmpty();
        assertThat(told.out()).contains("Usage: palimpsest " + command).contains("Examples:");
    }

    @Test
    void theVersionIsToldWithJavaAndSystem() {
        Told told = Told.by("--version");
        assertThat(told.out()).startsWith("palimpsest ").contains("Java " + System.getProperty("java.version"));
    }

    @Test
    void withoutACommandTheHelpComesOnStandardError() {
        Told told = Told.by();
        assertThat(told.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).contains("Usage: palimpsest");
    }

    @Test
    void aMistypedCommandIsAnsweredWithTheNearest() {
        Told told = Told.by("repport");
        assertThat(told.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(told.err()).contains("report");
    }

    @Test
    void aMistypedOptionIsAUsageErrorAlsoInJson() {
        Told told = Told.by("methods", "--jsn", "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(told.json().path("error").asText()).contains("--jsn");
    }

    @Test
    void theStackIsShownOnlyWhenAskedFor() {
        assertThat(Told.by("methods", "nop").err()).doesNotContain("\tat ");
        assertThat(Told.by("methods", "nop", "--stacktrace").err()).contains("\tat org.palimpsest");
    }

    @Test
    void nothingIsColouredWhereNobodyLooks() {
        assertThat(Told.by("methods", "npo").out() + Told.by("--help").out()).doesNotContain("\u001b");
    }

    /** A command that runs out of memory. */
    @CommandLine.Command(name = "hungry")
    static final class Hungry implements Runnable {
        @CommandLine.Mixin
        private Output output;

        @Override
        public void run() {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @Test
    void aFailureOfTheJavaMachineIsToldInASentence() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine program = CommandLineProgram.commandLine();
        program.addSubcommand(new Hungry());
        program.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        assertThat(program.execute("hungry", "--json")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).contains("memory ran out");
        assertThat(out.toString()).contains("\"error\"");
    }
}
