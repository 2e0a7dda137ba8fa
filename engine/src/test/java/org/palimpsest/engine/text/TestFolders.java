package org.palimpsest.engine.text;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the tests find real tokenizers and real text. */
final class TestFolders {
    private static final Path DATA = Path.of("../../shared/data");

    private TestFolders() {}

    static Path data(String path) {
        Path file = DATA.resolve(path);
        assumeTrue(
                Files.exists(file),
                "test data are absent: " + file.toAbsolutePath().normalize());
        return file;
    }

    /** Every line of TOFU's questions and answers as it stands, and paragraphs of three novels. */
    static List<String> realText() {
        try (Stream<String> tofu = Files.lines(data("tofu/forget10.json"))) {
            String books = Files.readString(data("public_domain_books/excerpts.txt"));
            return Stream.concat(tofu, Stream.of(books.split("\n\n"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
