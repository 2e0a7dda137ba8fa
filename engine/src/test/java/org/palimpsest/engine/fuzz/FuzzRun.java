package org.palimpsest.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The program as Maven starts it for {@code .ci/fuzz}; its arguments are the property {@code fuzz.arguments}. */
class FuzzRun {
    @Test
    void findsNothing() {
        String arguments = System.getProperty("fuzz.arguments", "").strip();
        assertThat(new CommandLine(new FuzzMain())
                        .execute(arguments.isEmpty() ? new String[0] : arguments.split("\\s+")))
                .isZero();
    }
}
