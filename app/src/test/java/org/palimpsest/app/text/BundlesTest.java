package org.palimpsest.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words are complete in both languages, and every key is asked for by the program. */
class BundlesTest {
    private static final Path BUNDLES =
            Path.of("..", "resources", "src", "main", "resources", "org", "palimpsest", "resources", "messages");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]++|\\\\.)*+)\"");

    static List<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    private static Properties bundle(String name) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void bothLanguagesHaveTheSameKeys(String room) throws IOException {
        assertThat(bundle(room + "_de").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(bundle(room).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void bothLanguagesTakeTheSameArguments(String room) throws IOException {
        Properties german = bundle(room + "_de");
        Properties english = bundle(room);
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(german.getProperty(key, "")))
                    .as("%s: %s", room, key)
                    .isEqualTo(arguments(english.getProperty(key)));
        }
    }

    private static Set<String> arguments(String pattern) {
        var unused = new MessageFormat(pattern);
        Set<String> numbers = new TreeSet<>();
        Matcher found = Pattern.compile("\\{(\\d+)").matcher(pattern);
        while (found.find()) {
            numbers.add(found.group(1));
        }
        return numbers;
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyKeyIsAskedFor(String room) throws IOException {
        Set<String> literals = literals();
        List<String> unasked = new ArrayList<>();
        for (String key : bundle(room).stringPropertyNames()) {
            boolean asked = literals.contains(key)
                    || isSum(literals, key)
                    || literals.stream().anyMatch(literal -> begins(literal, key));
            if (!asked) {
                unasked.add(key);
            }
        }
        assertThat(unasked).isEmpty();
    }

    /** Keys that end in a name (of a place, a state) are asked for by their beginning. */
    private static boolean begins(String literal, String key) {
        return literal.length() > 2 && (literal.endsWith(".") || literal.endsWith("-")) && key.startsWith(literal);
    }

    /** Whether the key is put together of two literals, as {@code "moment" + ".tip"} is. */
    private static boolean isSum(Set<String> literals, String key) {
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            if (literals.contains(key.substring(0, dot)) && literals.contains(key.substring(dot))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher found = LITERAL.matcher(Files.readString(file));
                while (found.find()) {
                    literals.add(found.group(1));
                }
            }
        }
        return literals;
    }

    @Test
    void placesAreAsMessageFormatReadsThem() throws IOException {
        for (String room : rooms()) {
            for (String language : List.of("", "_de")) {
                Properties words = bundle(room + language);
                for (String key : words.stringPropertyNames()) {
                    // A lone apostrophe would quote the rest of the text and vanish.
                    assertThat(words.getProperty(key).replace("''", ""))
                            .as("%s%s: %s", room, language, key)
                            .doesNotContain("'");
                }
            }
        }
    }
}
