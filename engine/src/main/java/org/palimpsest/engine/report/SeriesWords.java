package org.palimpsest.engine.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What a series of a probe, a value of an attack or a loss term is called on paper. */
final class SeriesWords {

    private static final String FILE = "/org/palimpsest/resources/report/words.properties";
    private static final Properties WORDS = read();

    private SeriesWords() {}

    /** The words for a name such as {@code forget.probability}; a name without an entry is spelt out: {@code forget: probability}. */
    static String of(String name) {
        String words = WORDS.getProperty(name);
        if (words != null) {
            return words;
        }
        String spelt =
                name.replace('-', ' ').replace('_', ' ').replace(".", ": ").strip();
        return spelt.isEmpty() ? name : Character.toUpperCase(spelt.charAt(0)) + spelt.substring(1);
    }

    /** True when a name has words of its own. */
    static boolean has(String name) {
        return WORDS.containsKey(name);
    }

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream in = SeriesWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no file at " + FILE + ": the resources module is missing");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + ": " + e.getMessage(), e);
        }
        return words;
    }
}
