package org.palimpsest.engine.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.palimpsest.engine.testdata.SharedData;

/** Text that nobody wrote for a test. */
final class RealText {
    private RealText() {}

    /** Every line of TOFU's questions and answers as it stands, and paragraphs of three novels. */
    static List<String> passages() {
        try (Stream<String> tofu = Files.lines(SharedData.file("tofu/forget10.json"))) {
            String books = Files.readString(SharedData.file("public_domain_books/excerpts.txt"));
            return Stream.concat(tofu, Stream.of(books.split("\n\n"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
