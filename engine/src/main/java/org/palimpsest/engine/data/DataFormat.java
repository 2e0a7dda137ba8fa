package org.palimpsest.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The forms a data set comes in, told by content; the name decides only where content cannot. */
public enum DataFormat {
    /** One JSON array of objects or of strings. */
    JSON_ARRAY,
    /** One JSON value after the other, mostly one a line; often named {@code .json} all the same. */
    JSON_LINES,
    CSV,
    PARQUET,
    /** Plain text, in one known case named {@code .jsonl}. */
    TEXT;

    private static final int HEAD = 4096;

    /**
     * The format of a file.
     *
     * @throws DataException if the file cannot be read, is empty, or is none of these
     */
    public static DataFormat of(Path file) {
        byte[] head = head(file);
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (startsWith(head, "PAR1")) {
            return PARQUET;
        }
        if (startsWith(head, "PK") || name.endsWith(".parquet") || isBinary(head)) {
            throw unknown(file, name.endsWith(".parquet") ? "does not begin with the mark of Parquet" : "is binary");
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return CSV;
        }
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\ufeff", "").stripLeading();
        if (text.isEmpty() && head.length < HEAD) {
            throw DataException.in(file, "is empty; expected at least one row");
        }
        if (name.endsWith(".txt")) {
            return TEXT;
        }
        boolean lines = name.endsWith(".jsonl") || name.endsWith(".ndjson");
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '{' -> JSON_LINES;
            case '[' -> JSON_ARRAY;
            default -> {
                if (name.endsWith(".json")) {
                    throw unknown(file, "is named .json but begins with \"%.20s\"".formatted(text));
                }
                yield lines && text.charAt(0) == '"' ? JSON_LINES : TEXT;
            }
        };
    }

    private static DataException unknown(Path file, String found) {
        return DataException.in(
                file, found + "; expected a JSON array, JSON Lines, CSV, Parquet or plain text in UTF-8");
    }

    private static byte[] head(Path file) {
        if (!Files.isRegularFile(file)) {
            throw DataException.in(file, Files.exists(file) ? "is not a file" : "does not exist");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw DataException.in(file, "cannot be read (" + e + ")", e);
        }
    }

    private static boolean startsWith(byte[] head, String mark) {
        byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= bytes.length && Arrays.equals(Arrays.copyOf(head, bytes.length), bytes);
    }

    private static boolean isBinary(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
