package org.palimpsest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SampleCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void unpackWritesTheModels(@TempDir Path folder) throws IOException {
        assertThat(run("unpack", folder.toString())).isZero();
        assertThat(ShippedModels.differences(folder.resolve("models")).values()).allMatch(List::isEmpty);
    }

    @Test
    void unpackSaysWhere(@TempDir Path folder) {
        run("unpack", folder.toString());
        assertThat(out.toString().lines())
                .containsExactly(
                        folder.resolve("texts").toString(),
                        folder.resolve("models").toString());
    }

    @Test
    void withoutACommandItSaysWhatThereIs() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("rebuild", "unpack");
    }

    private int run(String... arguments) {
        return new CommandLine(new SampleCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
