package org.palimpsest.engine.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** The native library in this program. Safe for use by several threads. */
record LibraryTokens(HuggingFaceTokenizer tokenizer) implements TokenSource {
    /** Neither truncation nor padding, whatever tokenizer.json asks for: ids stand for the whole text and nothing else. */
    private static final Map<String, String> AS_IS =
            Map.of("truncation", "do_not_truncate", "padding", "do_not_pad", "addSpecialTokens", "true");

    /** @throws TokenizerException if the file holds no tokenizer that can be used */
    static LibraryTokens open(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new LibraryTokens(HuggingFaceTokenizer.newInstance(in, AS_IS));
        } catch (IOException | RuntimeException e) {
            throw TokenizerException.in(
                    file, "well-formed JSON, but not a tokenizer that can be used (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public int[] encode(String text, boolean addSpecialTokens) {
        long[] ids = tokenizer.encode(text, addSpecialTokens, false).getIds();
        return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
    }

    @Override
    public String decode(int[] ids, boolean skipSpecial) {
        return tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), skipSpecial);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
