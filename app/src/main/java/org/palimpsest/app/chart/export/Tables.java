package org.palimpsest.app.chart.export;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Tables as text: numbers as Java reads and writes them, whatever the language of the window; an empty cell for a gap. */
public final class Tables {
    private Tables() {}

    /** With commas, for a file. */
    public static String csv(ChartTable table) {
        return write(table, CSVFormat.RFC4180);
    }

    /** With tabs, as spreadsheets take it from the clipboard. */
    public static String tsv(ChartTable table) {
        return write(table, CSVFormat.TDF);
    }

    private static String write(ChartTable table, CSVFormat format) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(table.columns());
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
        return cell;
    }
}
