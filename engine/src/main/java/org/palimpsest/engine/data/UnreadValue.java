package org.palimpsest.engine.data;

/** A value that no text can be made of, such as a date or bytes; it only matters where a text is expected. */
record UnreadValue(String words) {
    @Override
    public String toString() {
        return "(" + words + ")";
    }
}
