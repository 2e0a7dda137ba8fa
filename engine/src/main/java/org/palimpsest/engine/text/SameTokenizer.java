package org.palimpsest.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether another model reads the same tokens: numbers of two models beside each other mean nothing where one id is two texts, or
 * one text two rows of ids.
 */
public final class SameTokenizer {
    /** Where tokenizers with the same pieces differ: numbers, blanks, ends of lines, composed letters, scripts, control tokens. */
    private static final List<String> TEXTS = List.of(
            "Hello, World! It's 1234567 (3.14) and don't.",
            "two  blanks\ttab\n\nlines\r\n  end ",
            "na\u00efve caf\u00e9 cafe\u0301 \ufb01 \u2168 \u0130",
            "\u6f22\u5b57 \u304b\u306a \ud55c\uad6d\uc5b4 \u0440\u0443\u0441\u0441\u043a\u0438\u0439 \u0627\u0644\u0639\u0631\u0628\u064a\u0629 \ud83d\ude00",
            "def f(x):\n    return x**2 # <s></s><|endoftext|>[INST]");

    private final Tokenizer own;
    private final Path ownFile;
    private final Path otherFile;

    private SameTokenizer(Tokenizer own, Path other) {
        this.own = own;
        this.ownFile = own.folder().resolve("tokenizer.json");
        this.otherFile = other.resolve("tokenizer.json");
    }

    /**
     * Returns where the tokenizer of another model's folder is the same, or the folder has none.
     *
     * @throws TokenizerException if it is another; the message names the first difference
     */
    public static void require(Tokenizer own, Path other) {
        new SameTokenizer(own, other).difference().ifPresent(difference -> {
            throw new TokenizerException(
                    "%s and %s do not share a tokenizer: %s. Models of one experiment must read the same tokens; name one that was made from the same model"
                            .formatted(own.folder(), other, difference));
        });
    }

    /**
     * What else differs between the folders, in sentences without a full stop.
     *
     * @param other a folder that passed {@link #require}
     */
    public static List<String> remarks(Tokenizer own, Path other) {
        SameTokenizer pair = new SameTokenizer(own, other);
        if (!Files.isRegularFile(pair.otherFile)) {
            return List.of();
        }
        SpecialTokens theirs = SpecialTokens.read(other, pair.vocabulary(pair.otherFile));
        return theirs.eos().equals(own.eosId())
                ? List.of()
                : List.of(
                        "answers end with %s, the end token of %s, but %s names %s: its model may have learnt another end"
                                .formatted(pair.end(own.eosId()), own.folder(), other, pair.end(theirs.eos())));
    }

    private String end(OptionalInt id) {
        return id.isPresent() ? "\"" + own.token(id.getAsInt()) + "\"" : "none";
    }

    private Optional<String> difference() {
        if (!Files.isRegularFile(otherFile) || equalFiles()) {
            return Optional.empty();
        }
        JsonNode mine = JsonFile.read(ownFile);
        JsonNode theirs = JsonFile.read(otherFile);
        return pieces(new Vocabulary(mine, ownFile), new Vocabulary(theirs, otherFile))
                .or(() -> entries(
                        "merge",
                        mine.path("model").path("merges"),
                        theirs.path("model").path("merges")))
                .or(() -> scores(
                        mine.path("model").path("vocab"), theirs.path("model").path("vocab")))
                .or(this::encodings);
    }

    private boolean equalFiles() {
        try {
            return Files.mismatch(ownFile, otherFile) < 0;
        } catch (IOException e) {
            throw TokenizerException.in(otherFile, "cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private Vocabulary vocabulary(Path file) {
        return new Vocabulary(JsonFile.read(file), file);
    }

    private static Optional<String> pieces(Vocabulary mine, Vocabulary theirs) {
        int last = Math.max(mine.largestId(), theirs.largestId());
        for (int id = 0; id <= last; id++) {
            String here = mine.piece(id);
            String there = theirs.piece(id);
            if (here == null ? there != null : !here.equals(there)) {
                return Optional.of("token id %d is %s in the first and %s in the second"
                        .formatted(id, quoted(here), quoted(there)));
            }
        }
        return Optional.empty();
    }

    private static String quoted(String piece) {
        return piece == null ? "none" : "\"" + piece + "\"";
    }

    /** Lists of the same length and order; a merge is written as one text or as a pair. */
    private static Optional<String> entries(String word, JsonNode mine, JsonNode theirs) {
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            String here = text(mine.path(i));
            String there = text(theirs.path(i));
            if (!here.equals(there)) {
                return Optional.of(
                        "%s %d is \"%s\" in the first and \"%s\" in the second".formatted(word, i, here, there));
            }
        }
        return Optional.empty();
    }

    private static String text(JsonNode merge) {
        return merge.isArray() ? merge.path(0).asText() + " " + merge.path(1).asText() : merge.asText();
    }

    /** Of a vocabulary whose pieces have probabilities. */
    private static Optional<String> scores(JsonNode mine, JsonNode theirs) {
        for (int i = 0; i < mine.size() && mine.isArray(); i++) {
            double here = mine.path(i).path(1).asDouble();
            double there = theirs.path(i).path(1).asDouble();
            if (here != there) {
                return Optional.of(
                        "token id %d has the score %s in the first and %s in the second".formatted(i, here, there));
            }
        }
        return Optional.empty();
    }

    /** The same pieces may be put together otherwise. */
    private Optional<String> encodings() {
        try (Tokenizer other = Tokenizer.open(otherFile.getParent())) {
            if (!Arrays.equals(own.beginning(), other.beginning())) {
                return Optional.of("a text begins with ids %s in the first and %s in the second"
                        .formatted(Arrays.toString(own.beginning()), Arrays.toString(other.beginning())));
            }
            for (String text : TEXTS) {
                int[] here = own.encode(text, false);
                int[] there = other.encode(text, false);
                if (!Arrays.equals(here, there)) {
                    return Optional.of("the text \"%s\" is ids %s in the first and %s in the second"
                            .formatted(text.strip(), Arrays.toString(here), Arrays.toString(there)));
                }
            }
            return Optional.empty();
        }
    }
}
