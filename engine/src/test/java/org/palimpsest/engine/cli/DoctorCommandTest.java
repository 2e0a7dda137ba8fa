package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DoctorCommandTest {

    @Test
    void everythingIsLookedAt() {
        JsonNode told = Told.by("doctor", "--json").json();
        assertThat(told.path("findings").findValuesAsText("name"))
                .contains(
                        "Java", "libtorch", "Tokenizers", "Device", "Threads", "Memory", "Unpacked libraries", "Fonts");
    }

    @Test
    void whatCanRunTheseTestsIsReady() {
        Told told = Told.by("doctor");
        assertThat(told.out()).contains("libtorch");
        assertThat(told.status() == ExitStatus.OK).isEqualTo(!told.out().contains("MISSING"));
    }

    @Test
    void somethingMissingIsAFailureWithAdvice() {
        DoctorCommand doctor = new DoctorCommand();
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(doctor).setOut(new PrintWriter(out, true));
        command.parseArgs();
        int status = doctor.tell(List.of(Finding.good("Java", "17"), Finding.missing("Fonts", "none", "Install one.")));
        assertThat(status).isEqualTo(ExitStatus.FAILED);
        assertThat(out.toString()).contains("MISSING  Fonts").contains("Install one.");
    }
}
