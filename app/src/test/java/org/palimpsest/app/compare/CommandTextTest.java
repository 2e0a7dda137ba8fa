package org.palimpsest.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTextTest {

    @Test
    void namesEveryRun() {
        assertThat(CommandText.of("compare", List.of(Path.of("/runs/0001-npo"), Path.of("/runs/0002-dipo"))))
                .isEqualTo("palimpsest compare /runs/0001-npo /runs/0002-dipo");
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        assertThat(CommandText.of("report", List.of(Path.of("/my runs/it's one"))))
                .isEqualTo("palimpsest report '/my runs/it'\\''s one'");
    }
}
