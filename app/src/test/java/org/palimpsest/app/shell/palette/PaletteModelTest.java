package org.palimpsest.app.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteModelTest {
    private final List<String> done = new ArrayList<>();
    private final PaletteModel model =
            new PaletteModel(() -> List.of(entry("Go to Live"), entry("Theme: dark"), entry("Theme: light")));

    private PaletteEntry entry(String title) {
        return new PaletteEntry(title, "Command", "", () -> done.add(title));
    }

    @BeforeEach
    void open() {
        model.open();
    }

    private List<String> titles() {
        return model.shown().stream().map(PaletteEntry::title).toList();
    }

    @Test
    void showsEverythingInItsOrderBeforeALetterIsTyped() {
        assertThat(titles()).containsExactly("Go to Live", "Theme: dark", "Theme: light");
    }

    @Test
    void enterTakesTheBest() {
        model.query().set("dark");
        model.take();
        assertThat(done).containsExactly("Theme: dark");
    }

    @Test
    void theChoiceGoesAroundTheEnds() {
        model.move(-1);
        model.take();
        assertThat(done).containsExactly("Theme: light");
    }

    @Test
    void nothingThatFitsMeansNothingIsDone() {
        model.query().set("zzz");
        model.take();
        assertThat(titles()).isEmpty();
        assertThat(done).isEmpty();
    }
}
