package org.palimpsest.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.card.MetricCard.Better;
import org.palimpsest.engine.report.Comparison.Cell;
import org.palimpsest.engine.report.Comparison.Column;
import org.palimpsest.engine.report.Comparison.Group;
import org.palimpsest.engine.report.Comparison.Kind;
import org.palimpsest.engine.report.Comparison.Row;

class TerminalTableTest {

    private static final Comparison SMALL = new Comparison(
            List.of(
                    new Column("metric:fq", Group.METRIC, "Forget quality", "p", Better.HIGHER),
                    new Column("run:seconds", Group.RUN, "Time", "s", null)),
            List.of(
                    new Row("target", Kind.TARGET, List.of(new Cell(1.8e-21, null, false, ""), Cell.MISSING)),
                    new Row("NPO", Kind.RUN, List.of(new Cell(.31, null, true, ""), new Cell(42.0, null, false, "")))),
            List.of("A note."));

    @Test
    void columnsAreAligned() {
        assertThat(TerminalTable.render(SMALL, 80, TerminalTable.Style.UNICODE)).isEqualTo("""
                       │ Forget quality │ Time
                       │          [p] ↑ │  [s]
                ───────┼────────────────┼─────
                target │       1.8e-21  │   –
                NPO    │         0.310* │  42

                ↑ higher is better, ↓ lower is better, ≈ closer to the retained reference is better, * best run
                A note.
                """);
    }

    @Test
    void plainTerminalGetsPlainCharacters() {
        String table = TerminalTable.render(SMALL, 80, TerminalTable.Style.ASCII);
        assertThat(table.chars().allMatch(c -> c < 128)).isTrue();
        assertThat(table).contains("-------+----------------+-----").contains("[p] ^");
    }

    @Test
    void columnsThatDoNotFitGoBelow() {
        String table = TerminalTable.render(SMALL, 28, TerminalTable.Style.UNICODE);
        assertThat(table.lines().filter(line -> line.startsWith("NPO"))).hasSize(2);
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        Comparison four = Comparison.of(SampleRuns.four(), SampleRuns.cards());
        String table = TerminalTable.render(four, 72, TerminalTable.Style.UNICODE);
        assertThat(table.lines()
                        .filter(line -> line.contains("│"))
                        .mapToInt(TextColumn::width)
                        .max()
                        .orElseThrow())
                .isLessThanOrEqualTo(72);
    }

    @Test
    void wideLettersTakeTwoColumns() {
        assertThat(TextColumn.width("忘れる é")).isEqualTo(8);
    }

    @Test
    void longNamesAreShortened() {
        assertThat(TextColumn.shortened("abcdefgh", 5)).isEqualTo("abcd…");
        assertThat(TextColumn.shortened("abcde", 5)).isEqualTo("abcde");
    }
}
