package org.palimpsest.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The tokenizer of a Hugging Face folder: text to token ids and back. Nothing is truncated, padded or cleaned up on the
 * way. Safe for use by several threads; holds native memory, so close it. A tokenizer that could end the program by its patterns
 * works in one of its own, so that a crash is an exception here.
 */
public final class Tokenizer implements AutoCloseable {
    /** The longest that one text may take: far beyond what any does on a machine with other work. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final TokenSource tokens;
    private final Vocabulary vocabulary;
    private final SpecialTokens special;
    private final OptionalInt bos;
    private final int[] beginning;
    private final Optional<String> chatTemplate;

    private Tokenizer(Path folder, TokenSource tokens, Vocabulary vocabulary) {
        this.folder = folder;
        this.tokens = tokens;
        this.vocabulary = vocabulary;
        this.special = SpecialTokens.read(folder, vocabulary);
        this.chatTemplate = ChatTemplateFile.find(folder);
        requireOwnIds();
        this.beginning = new PostProcessed(this).beginning(vocabulary);
        this.bos = special.bos().isEmpty() && beginning.length > 0 ? OptionalInt.of(beginning[0]) : special.bos();
    }

    /** The library numbers added tokens anew where their ids leave a gap, and a model would be given other tokens than it learnt. */
    private void requireOwnIds() {
        for (Map.Entry<Integer, String> token : vocabulary.addedTokens().entrySet()) {
            int[] ids = encode(token.getValue(), false);
            if (ids.length == 1 && ids[0] != token.getKey()) {
                throw TokenizerException.in(
                        folder.resolve("tokenizer.json"),
                        "lists the added token \"%s\" with id %d, but the tokenizer gives it %d, since ids of added tokens must follow each other without a gap; save the tokenizer once more with the Python library"
                                .formatted(token.getValue(), token.getKey(), ids[0]));
            }
        }
    }

    /**
     * Opens the tokenizer of a folder: tokenizer.json, and where there are any tokenizer_config.json,
     * special_tokens_map.json, generation_config.json, config.json, chat_template.jinja.
     *
     * @throws TokenizerException if there is no tokenizer.json, it or a file beside it is broken, or it holds no usable
     *     tokenizer
     */
    public static Tokenizer open(Path folder) {
        Path file = folder.resolve("tokenizer.json");
        if (!Files.isRegularFile(file)) {
            throw missing(folder, file);
        }
        JsonNode json = JsonFile.read(file);
        Vocabulary vocabulary = new Vocabulary(json, file);
        TokenSource tokens = TokenizerSafety.danger(json)
                .<TokenSource>map(danger -> new GuardedTokens(file, danger, PATIENCE))
                .orElseGet(() -> LibraryTokens.open(file));
        try {
            return new Tokenizer(folder, tokens, vocabulary);
        } catch (RuntimeException e) {
            tokens.close();
            throw e;
        }
    }

    private static TokenizerException missing(Path folder, Path file) {
        if (!Files.isDirectory(folder)) {
            return new TokenizerException(folder + ": is not a folder; expected one that holds tokenizer.json");
        }
        if (Files.isRegularFile(folder.resolve("tokenizer.model"))) {
            return new TokenizerException(file
                    + ": is missing; the folder has only tokenizer.model (SentencePiece), which cannot be read. Load it"
                    + " once with the Python library as a fast tokenizer and save it: that writes tokenizer.json");
        }
        return new TokenizerException(
                file + ": is missing; copy the model's tokenizer.json (and tokenizer_config.json) into the folder");
    }

    /**
     * The token ids of a text.
     *
     * @param addSpecialTokens whether the tokenizer's own post-processor may put tokens such as a beginning of text
     *     around it; whether it does differs from file to file, so encoded examples never rely on it
     */
    public int[] encode(String text, boolean addSpecialTokens) {
        return tokens.encode(text, addSpecialTokens);
    }

    /**
     * The text of token ids, not cleaned up.
     *
     * @param skipSpecial whether special tokens are left out
     */
    public String decode(int[] ids, boolean skipSpecial) {
        return tokens.decode(ids, skipSpecial);
    }

    /**
     * One token as a person reads it: with its leading space, and as {@code <0xE2>} where it is only a part of a
     * character.
     *
     * @throws IllegalArgumentException if the id is beyond the vocabulary
     */
    public String token(int id) {
        if (id < 0 || id >= vocabularySize()) {
            throw new IllegalArgumentException(
                    "token id %d, but the vocabulary has ids 0 to %d".formatted(id, vocabularySize() - 1));
        }
        String piece = vocabulary.piece(id);
        if (piece == null) {
            return "<unused " + id + ">";
        }
        if (vocabulary.isAdded(id)) {
            return piece;
        }
        return vocabulary.byteLevel() ? ByteLevelPiece.readable(piece) : piece.replace('\u2581', ' ');
    }

    /** The largest token id plus one. */
    public int vocabularySize() {
        return vocabulary.largestId() + 1;
    }

    /** How it splits words, as its file says ({@code BPE}, {@code Unigram}, {@code WordPiece}). */
    public String kind() {
        return vocabulary.kind();
    }

    /** The token that begins a text, where the tokenizer has one. */
    public OptionalInt bosId() {
        return bos;
    }

    /** The token that ends a text or an answer, where the tokenizer has one. */
    public OptionalInt eosId() {
        return special.eos();
    }

    /** The padding token, where the tokenizer has one. */
    public OptionalInt padId() {
        return special.pad();
    }

    /** Every token at which generation stops: the end of text and what generation_config.json and config.json add. */
    public Set<Integer> stopIds() {
        return special.stops();
    }

    /**
     * The ids that a model may say: those that the tokenizer has a piece for, and those at which generation stops. A model's embedding
     * often has more rows, which fill it up to a round number and stand for nothing.
     */
    public BitSet sayable() {
        BitSet ids = vocabulary.used();
        special.stops().forEach(ids::set);
        return ids;
    }

    /**
     * The ids in front of a text for this tokenizer's model: what the post-processor of tokenizer.json puts there. As in the reference
     * library (transformers 5) it alone decides; {@code add_bos_token} in tokenizer_config.json is not asked.
     */
    public int[] beginning() {
        return beginning.clone();
    }

    /** Whether the id is one of the control tokens that {@link #decode} can leave out. */
    public boolean isSpecial(int id) {
        return vocabulary.isSpecial(id);
    }

    /** The chat template as it stands in the folder. */
    public Optional<String> chatTemplate() {
        return chatTemplate;
    }

    /** The folder it came from. */
    public Path folder() {
        return folder;
    }

    /**
     * Checks that a model can look up every token, those too that configurations give as numbers: beginning, end, padding and what
     * stops an answer.
     *
     * @param modelVocabulary rows of the model's embedding
     * @param model the model's folder, for the message
     * @throws TokenizerException if an id is not below {@code modelVocabulary}
     */
    public void requireFits(int modelVocabulary, Path model) {
        int largest = vocabulary.largestId();
        if (largest >= modelVocabulary) {
            throw new TokenizerException(
                    ("%s: the tokenizer's largest token id is %d, but the model in %s has a vocabulary of %d (ids 0 to"
                                    + " %d); use the tokenizer that belongs to the model")
                            .formatted(folder, largest, model, modelVocabulary, modelVocabulary - 1));
        }
        special.requireWithin(modelVocabulary, model);
    }

    /**
     * What a person should know before training or asking a model with this tokenizer, in sentences without a full stop; empty if
     * there is nothing.
     */
    public List<String> remarks() {
        if (eosId().isPresent()) {
            return List.of();
        }
        String stops = stopIds().isEmpty()
                ? "answers are generated to their greatest length"
                : "answers are generated up to " + SpecialTokens.words(stopIds());
        return List.of(
                "%s: the tokenizer names no token that ends a text (eos_token in tokenizer_config.json): answers are learnt and measured without their end, and %s"
                        .formatted(folder, stops));
    }

    /** Ids of a model's vocabulary that no text can have, since the tokenizer has no token for them; they are never said. */
    public int idsWithoutToken(int modelVocabulary) {
        BitSet tokens = sayable();
        return modelVocabulary
                - (int) tokens.stream().takeWhile(id -> id < modelVocabulary).count();
    }

    @Override
    public void close() {
        tokens.close();
    }
}
