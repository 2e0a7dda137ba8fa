package org.palimpsest.sample.authors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The hand-written word lists: one entry a line, {@code #} begins a line of comment. */
final class WordList {

    private WordList() {}

    /**
     * The entries of {@code words/NAME.txt} in their order.
     *
     * @throws IllegalStateException if there is no such list
     */
    static List<String> read(String name) {
        String path = "/org/palimpsest/sample/words/" + name + ".txt";
        try (InputStream in = WordList.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(
                        "Word list " + path
                                + " is not on the class path; expected it among the resources of sample-data, rebuild that module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Word list " + path + " cannot be read", e);
        }
    }
}
