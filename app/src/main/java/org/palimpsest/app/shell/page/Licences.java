package org.palimpsest.app.shell.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Whose work the program stands on, and under which terms: a kept list, which a test compares with the libraries there are. */
public final class Licences {
    private static final String LIST = "/org/palimpsest/resources/licences.json";

    private Licences() {}

    /**
     * Libraries of one origin.
     *
     * @param name for people
     * @param licence SPDX expression
     * @param url where it comes from
     * @param artifacts names of its jars without versions
     */
    public record Entry(String name, String licence, String url, List<String> artifacts) {
        public Entry {
            artifacts = List.copyOf(artifacts);
        }
    }

    /** All of them, by name. */
    public static List<Entry> all() {
        try (InputStream in = Licences.class.getResourceAsStream(LIST)) {
            return new JsonMapper().readValue(in, new TypeReference<List<Entry>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(LIST + " cannot be read", e);
        }
    }
}
