package org.palimpsest.app.chart.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "+SUM(A1)",
                "-2+3",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "  =1+1",
                "\uFF1D1+1",
                "-",
                "=",
                "+e5"
            })
    void keepsAFormulaAText(String text) throws IOException {
        for (String written : List.of(Tables.csv(table(text)), Tables.csv(headed(text)))) {
            assertThat(cells(written)).contains("'" + text);
        }
        assertThat(Tables.tsv(table(text))).doesNotContain("\n=").doesNotContain("\t=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "+3", "-0.25", "1e-3", "-1.5E+10", "-.5"})
    void leavesANumberInWordsANumber(String number) throws IOException {
        assertThat(cells(Tables.csv(table(number)))).contains(number);
    }

    @Test
    void leavesANegativeNumberANumber() throws IOException {
        assertThat(cells(Tables.csv(table(-0.5)))).contains("-0.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "npo-kl", "3 + 4", "", "'quoted"})
    void leavesOtherTextsAsTheyAre(String text) throws IOException {
        assertThat(cells(Tables.csv(table(text)))).contains(text);
    }

    private static List<String> cells(String csv) throws IOException {
        List<String> cells = new ArrayList<>();
        CSVParser.parse(csv, CSVFormat.RFC4180).forEach(row -> row.forEach(cells::add));
        return cells;
    }

    private static ChartTable headed(String heading) {
        return ChartTable.of(List.of(heading), List.of());
    }

    private static ChartTable table(Object cell) {
        return ChartTable.of(List.of("value"), List.of(List.of(cell)));
    }
}
