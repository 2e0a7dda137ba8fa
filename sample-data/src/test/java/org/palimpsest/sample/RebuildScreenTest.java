package org.palimpsest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.palimpsest.sample.models.SampleModel;

class RebuildScreenTest {

    @Test
    void saysHowFarItIsAndHowLongItTakes() {
        assertThat(RebuildScreen.line(SampleModel.TARGET, 120, 500, 0.31416, 95.4))
                .isEqualTo("target    step 120 of 500, loss 0.3142, 1 min 35 s left");
    }

    @Test
    void aFileGetsFewLinesTheLastStepAmongThem() {
        StringWriter written = new StringWriter();
        RebuildScreen screen = new RebuildScreen(new PrintWriter(written), false, 200);
        for (int step = 1; step <= 200; step++) {
            screen.stepDone(SampleModel.BASE, step, 200, 1);
        }
        assertThat(written.toString().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("base      step 200 of 200")
                .endsWith(", 0 s left");
    }
}
