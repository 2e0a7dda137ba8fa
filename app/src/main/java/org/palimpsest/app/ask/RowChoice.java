package org.palimpsest.app.ask;

/** Which rows of a file a recipe takes: {@code 0-39,45}, counted from 0, both ends included; null takes all. */
record RowChoice(String ranges) {

    boolean takes(int row) {
        if (ranges == null || ranges.isBlank()) {
            return true;
        }
        for (String range : ranges.split(",")) {
            String[] ends = range.strip().split("-", 2);
            int first = Integer.parseInt(ends[0].strip());
            int last = ends.length == 1 ? first : Integer.parseInt(ends[1].strip());
            if (row >= first && row <= last) {
                return true;
            }
        }
        return false;
    }
}
