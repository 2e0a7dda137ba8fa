package org.palimpsest.app.chart.export;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Tables as text: numbers as Java reads and writes them, whatever the language of the window; an empty cell for a gap. A name or note
 * that a spreadsheet would take for a formula gets an apostrophe in front, which keeps it a text.
 */
public final class Tables {
    /** What a formula begins with, in the forms of East Asian keyboards too, or what makes a spreadsheet begin another cell. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Tables() {}

    /** With commas, for a file. */
    public static String csv(ChartTable table) {
        return write(table, CSVFormat.RFC4180);
    }

    /** With tabs, as spreadsheets take it from the clipboard. */
    public static String tsv(ChartTable table) {
        return write(spaced(table), CSVFormat.TDF);
    }

    /** Not every program that takes tabs knows quotes, so no cell holds a tab or the end of a line. */
    private static ChartTable spaced(ChartTable table) {
        return new ChartTable(
                table.columns().stream().map(Tables::spaced).toList(),
                table.rows(),
                (row, column) -> table.cells().at(row, column) instanceof String text
                        ? spaced(text)
                        : table.cells().at(row, column));
    }

    private static String spaced(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }

    private static String write(ChartTable table, CSVFormat format) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(table.columns().stream().map(Tables::harmless));
            for (int row = 0; row < table.rows(); row++) {
                for (int column = 0; column < table.columns().size(); column++) {
                    printer.print(word(table.cells().at(row, column)));
                }
                printer.println();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return text.toString();
    }

    private static Object word(Object cell) {
        if (cell instanceof Double number) {
            if (Double.isNaN(number)) {
                return null;
            }
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? (Object) Long.valueOf(number.longValue())
                    : number;
        }
        return cell instanceof String text ? harmless(text) : cell;
    }

    /** A text that is a number stays one. */
    private static String harmless(String text) {
        String begun = text.stripLeading();
        boolean formula = !text.isEmpty()
                && (FORMULA.indexOf(text.charAt(0)) >= 0
                        || (!begun.isEmpty() && FORMULA.indexOf(begun.charAt(0)) >= 0));
        return formula && !isNumber(text) ? "'" + text : text;
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    }
}
