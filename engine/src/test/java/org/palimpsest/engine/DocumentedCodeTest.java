package org.palimpsest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents quote of a file stands in that file, and what they link to exists. */
class DocumentedCodeTest {
    private static final Path ROOT = Path.of("..");
    /** A block headed by a language and a file. */
    private static final Pattern QUOTED = Pattern.compile("```\\w+ (\\S+/\\S+)\n(.*?)```", Pattern.DOTALL);

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");

    record Quote(Path document, Path file, String text) {
        @Override
        public String toString() {
            return document.getFileName() + " of " + file.getFileName();
        }
    }

    static List<Quote> quotes() throws IOException {
        return documents()
                .flatMap(document -> QUOTED.matcher(read(document))
                        .results()
                        .map(match -> new Quote(document, ROOT.resolve(match.group(1)), match.group(2))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("quotes")
    void quotesWhatStandsThere(Quote quote) {
        assertThat(words(read(quote.file()))).contains(words(quote.text()));
    }

    @Test
    void linksToFilesThatExist() throws IOException {
        assertThat(documents())
                .allSatisfy(document -> LINK.matcher(read(document)).results().forEach(link -> assertThat(
                                document.resolveSibling(link.group(1)))
                        .as("link in " + document)
                        .exists()));
    }

    private static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> root = Files.list(ROOT)) {
            return Stream.concat(docs, root).filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    /** The text with every run of white space as one space, so that quotes may be indented otherwise. */
    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
