package org.palimpsest.engine.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.engine.text.Tokenizer;
import org.palimpsest.engine.text.TokenizerException;

/**
 * A folder's tokenizer, or why there is none.
 *
 * @param problem empty where the tokenizer is open, or the folder has none
 */
record OpenTokenizer(Path folder, Optional<Tokenizer> tokenizer, String problem) implements AutoCloseable {

    static OpenTokenizer of(Path folder) {
        if (!Files.exists(folder.resolve("tokenizer.json"))) {
            return new OpenTokenizer(folder, Optional.empty(), "");
        }
        try {
            return new OpenTokenizer(folder, Optional.of(Tokenizer.open(folder)), "");
        } catch (TokenizerException e) {
            return new OpenTokenizer(folder, Optional.empty(), e.getMessage());
        }
    }

    @Override
    public void close() {
        tokenizer.ifPresent(Tokenizer::close);
    }
}
