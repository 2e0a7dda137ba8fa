package org.palimpsest.app.chart.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

    @Test
    void writesNumbersSoThatTheyReadBackTheSame() {
        assertThat(Tables.csv(table(0.1 + 0.2))).endsWith("\r\n0.30000000000000004\r\n");
    }

    @Test
    void writesWholeNumbersWithoutAPoint() {
        assertThat(Tables.csv(table(120.0))).endsWith("\r\n120\r\n");
    }

    @Test
    void leavesAGapEmpty() {
        assertThat(Tables.tsv(ChartTable.of(List.of("a", "b"), List.of(Arrays.asList(Double.NaN, 1.0)))))
                .contains("\t1");
    }

    @Test
    void quotesWordsThatHoldACommaOrAQuote() {
        assertThat(Tables.csv(table("a \"b\", c"))).contains("\"a \"\"b\"\", c\"");
    }

    private static ChartTable table(Object cell) {
        return ChartTable.of(List.of("value"), List.of(List.of(cell)));
    }
}
