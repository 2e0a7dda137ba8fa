package org.palimpsest.engine.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TorchScript kept as text beside the classes that use it: a file of sections, each headed by {@code #: name}, with
 * placeholders written <code>${name}</code>.
 */
public final class TorchSource {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    private final String origin;
    private final Map<String, String> sections;

    private TorchSource(String origin, Map<String, String> sections) {
        this.origin = origin;
        this.sections = sections;
    }

    /** Reads the text resource {@code name} that lies in the package of {@code owner}. */
    public static TorchSource of(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no text resource " + name + " beside " + owner.getName());
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TorchSource parse(String origin, String text) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith("#:")) {
                current = new StringBuilder();
                sections.put(line.substring(2).strip(), current);
            } else if (!line.startsWith("#")) {
                current.append(line).append('\n');
            }
        }
        Map<String, String> strings = new LinkedHashMap<>();
        sections.forEach((name, body) -> strings.put(name, body.toString().stripTrailing()));
        return new TorchSource(origin, strings);
    }

    /**
     * A section with its placeholders filled in.
     *
     * @throws IllegalArgumentException if the section does not exist or a placeholder has no value
     */
    public String section(String name, Map<String, ?> values) {
        String body = sections.get(name);
        if (body == null) {
            throw new IllegalArgumentException(origin + " has no section " + name + "; it has " + sections.keySet());
        }
        return PLACEHOLDER.matcher(body).replaceAll(match -> {
            Object value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("section " + name + " needs a value for " + match.group(1));
            }
            return Matcher.quoteReplacement(String.valueOf(value));
        });
    }

    /** Compiles a section that is a whole function. */
    public TorchFunction function(String name, Map<String, ?> values) {
        return TorchFunction.compile(section(name, values));
    }
}
