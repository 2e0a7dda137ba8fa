package org.palimpsest.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.palimpsest.app.DrawsWindow;

/** That the walk goes through the window; how long it is held is the bench's to tell. */
@DrawsWindow
class PlacesBenchTest {

    @Test
    void measuresEveryPartOfTheWalk() throws Exception {
        PlacesFigures figures = PlacesBench.measure(300);
        assertThat(new double[] {
                    figures.firstLookMillis(),
                    figures.goingBackMillis(),
                    figures.dressMillis(),
                    figures.firstLookDressedMillis()
                })
                .doesNotContain(0);
    }
}
