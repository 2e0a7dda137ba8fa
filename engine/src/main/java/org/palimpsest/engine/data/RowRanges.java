package org.palimpsest.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Rows by number, counted from 0, both ends included: {@code 0-39,45}. Their order is kept.
 */
public record RowRanges(List<Range> ranges) {
    private static final Pattern RANGE = Pattern.compile("\\s*(\\d{1,9})\\s*(?:-\\s*(\\d{1,9})\\s*)?");

    /** The rows from {@code first} to {@code last}. */
    public record Range(int first, int last) {}

    /** Keeps the ranges unchangeable. */
    public RowRanges {
        ranges = List.copyOf(ranges);
    }

    /**
     * Reads ranges.
     *
     * @throws DataException if a part is not a number or two numbers in order
     */
    public static RowRanges parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                throw new DataException(
                        "rows \"%s\": \"%s\" is neither a row nor a range; expected something like 0-39,45"
                                .formatted(text, part));
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (last < first) {
                throw new DataException("rows \"%s\": the range %d-%d runs backwards; write %d-%d"
                        .formatted(text, first, last, last, first));
            }
            ranges.add(new Range(first, last));
        }
        return new RowRanges(ranges);
    }

    /**
     * The row numbers.
     *
     * @param size how many rows there are
     * @throws DataException if a range goes beyond them
     */
    int[] indices(int size, Path source) {
        for (Range range : ranges) {
            if (range.last >= size) {
                throw DataException.in(
                        source,
                        "row %d was asked for, but there are %d rows (0 to %d)".formatted(range.last, size, size - 1));
            }
        }
        return ranges.stream()
                .flatMapToInt(range -> IntStream.rangeClosed(range.first, range.last))
                .toArray();
    }
}
