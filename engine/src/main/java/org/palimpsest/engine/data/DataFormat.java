package org.palimpsest.engine.data;

import java.util.Locale;

/** The forms a data set comes in, told by content. */
public enum DataFormat {
    /** One JSON document: an array of objects or of strings, or an object that holds rows. */
    JSON_ARRAY,
    /** One JSON value after the other, mostly one a line; often named {@code .json} all the same. */
    JSON_LINES,
    /** A table with commas, semicolons, tabs or bars between its cells. */
    CSV,
    PARQUET,
    /** Plain text, in one known case named {@code .jsonl}. */
    TEXT;

    /** As a sentence names it. */
    String words() {
        return switch (this) {
            case JSON_ARRAY -> "a JSON array";
            case JSON_LINES -> "JSON Lines";
            case CSV -> "CSV";
            case PARQUET -> "Parquet";
            case TEXT -> "plain text";
        };
    }

    /** The ending that says so. */
    String ending() {
        return switch (this) {
            case JSON_ARRAY -> ".json";
            case JSON_LINES -> ".jsonl";
            case CSV -> ".csv";
            case PARQUET -> ".parquet";
            case TEXT -> ".txt";
        };
    }

    /** As a recipe says it. */
    String key() {
        return switch (this) {
            case JSON_ARRAY -> "json";
            case JSON_LINES -> "jsonl";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
