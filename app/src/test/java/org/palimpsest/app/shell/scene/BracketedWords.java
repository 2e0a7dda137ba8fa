package org.palimpsest.app.shell.scene;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/** A language whose every text stands in brackets, so that text which is in no bundle is seen. */
final class BracketedWords {
    static final Locale LANGUAGE = Locale.forLanguageTag("qq");
    static final char OPENING = '⟦';
    static final char CLOSING = '⟧';
    private static final String FOLDER = "org/palimpsest/resources/messages/";

    private BracketedWords() {}

    /** Writes the language beside the tests' classes, where bundles are looked for. */
    static void write() throws IOException, URISyntaxException {
        Path classes = Path.of(BracketedWords.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path folder = Files.createDirectories(classes.resolve(FOLDER));
        for (String room : rooms()) {
            Properties words = new Properties();
            try (InputStream in = BracketedWords.class.getResourceAsStream("/" + FOLDER + room + ".properties")) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            words.replaceAll((key, value) -> OPENING + value.toString() + CLOSING);
            try (Writer out = Files.newBufferedWriter(folder.resolve(room + "_qq.properties"))) {
                words.store(out, null);
            }
        }
    }

    private static List<String> rooms() throws IOException {
        Path bundles = Path.of("..", "resources", "src", "main", "resources").resolve(FOLDER);
        try (Stream<Path> files = Files.list(bundles)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .toList();
        }
    }

    /** The text without what stands in brackets. */
    static String outside(String text) {
        StringBuilder rest = new StringBuilder();
        int depth = 0;
        for (char letter : text.toCharArray()) {
            if (letter == OPENING) {
                depth++;
            } else if (letter == CLOSING) {
                depth--;
            } else if (depth == 0) {
                rest.append(letter);
            }
        }
        return rest.toString();
    }
}
