package org.palimpsest.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTextTest {

    @Test
    void leavesPlainWordsAsTheyAre() {
        assertThat(CommandText.of(List.of("palimpsest", "attack", "relearning", "--set", "learningRate=1e-4")))
                .isEqualTo("palimpsest attack relearning --set learningRate=1e-4");
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        assertThat(CommandText.of(List.of("--model", "my runs/Ansel's", "")))
                .isEqualTo("--model 'my runs/Ansel'\\''s' ''");
    }
}
