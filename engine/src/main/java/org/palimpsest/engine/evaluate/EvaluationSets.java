package org.palimpsest.engine.evaluate;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.palimpsest.engine.data.DataLoader;
import org.palimpsest.engine.data.DataSet;
import org.palimpsest.engine.data.LoadOptions;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.text.EncodedExample;
import org.palimpsest.engine.text.ExampleEncoder;

/** The questions that models are measured on, encoded once for all models of one tokenizer and prompt format. */
public final class EvaluationSets {
    private static final List<String> ENDINGS = List.of(".json", ".jsonl", ".csv", ".parquet");
    /** Behind any of them, for a file that is compressed. */
    private static final List<String> PACKED = List.of("", ".gz", ".zst");

    private final Map<EvaluationSet, EncodedQuestions> sets = new EnumMap<>(EvaluationSet.class);
    private final ExampleEncoder encoder;

    /**
     * Encodes the questions; roles that are left out are answered with a note by the metrics that need them.
     *
     * @param encoder its tokenizer must stay open as long as this is used
     */
    public EvaluationSets(Map<EvaluationSet, List<QuestionAnswer>> questions, ExampleEncoder encoder) {
        this.encoder = encoder;
        questions.forEach((set, rows) -> sets.put(set, EncodedQuestions.of(rows, encoder)));
    }

    /**
     * The files of TOFU (Maini et al. 2024): {@code SPLIT_perturbed}, and where they are there {@code retain_perturbed},
     * {@code real_authors_perturbed} and {@code world_facts_perturbed}, each named {@code .json} as published, or {@code .jsonl},
     * {@code .csv} or {@code .parquet}, with {@code .gz} or {@code .zst} behind it if it is compressed.
     *
     * @param split such as {@code forget10}
     * @throws IllegalArgumentException if the forget set is missing; the message says which files were looked for
     * @throws org.palimpsest.engine.data.DataException if a file is broken
     */
    public static Map<EvaluationSet, List<QuestionAnswer>> tofu(Path folder, String split) {
        return tofu(folder, split, set -> {});
    }

    /**
     * As {@link #tofu(Path, String)}.
     *
     * @param seen hears of every set as it was read, so that what was left out of it can be told
     */
    public static Map<EvaluationSet, List<QuestionAnswer>> tofu(Path folder, String split, Consumer<DataSet> seen) {
        Map<EvaluationSet, List<QuestionAnswer>> questions = new EnumMap<>(EvaluationSet.class);
        Path forget = file(folder, split)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has no split \"%s\": neither %s_perturbed.json nor the same with %s is there; name another split or folder"
                                .formatted(
                                        folder, split, split, String.join(", ", ENDINGS.subList(1, ENDINGS.size())))));
        questions.put(EvaluationSet.FORGET, questions(forget, seen));
        for (EvaluationSet set : List.of(EvaluationSet.RETAIN, EvaluationSet.REAL_AUTHORS, EvaluationSet.WORLD_FACTS)) {
            file(folder, set.id().replace('-', '_')).ifPresent(file -> questions.put(set, questions(file, seen)));
        }
        return questions;
    }

    private static List<QuestionAnswer> questions(Path file, Consumer<DataSet> seen) {
        DataSet set = DataLoader.load(file, LoadOptions.DEFAULT.withGaps(LoadOptions.Gaps.LEFT_OUT));
        List<QuestionAnswer> rows = set.questions();
        seen.accept(set);
        return rows;
    }

    private static Optional<Path> file(Path folder, String name) {
        return PACKED.stream()
                .flatMap(packed -> ENDINGS.stream().map(ending -> ending + packed))
                .map(ending -> folder.resolve(name + "_perturbed" + ending))
                .filter(Files::exists)
                .findFirst();
    }

    public ExampleEncoder encoder() {
        return encoder;
    }

    /** The roles that have questions. */
    public Set<EvaluationSet> present() {
        return Collections.unmodifiableSet(sets.keySet());
    }

    /** @throws IllegalArgumentException if the role has no questions; ask {@link #present()} first */
    public EncodedQuestions of(EvaluationSet set) {
        EncodedQuestions questions = sets.get(set);
        if (questions == null) {
            throw new IllegalArgumentException(
                    "there are no %s questions; there are %s".formatted(set.words(), new TreeSet<>(sets.keySet())));
        }
        return questions;
    }

    /** Adds every token that a model sees, which data, tokenizer, prompt format and length together decide. */
    void addTo(MessageDigest digest) {
        sets.forEach((set, questions) -> {
            digest.update((byte) set.ordinal());
            List<EncodedExample> all = new ArrayList<>(questions.answers());
            all.addAll(questions.paraphrases());
            questions.perturbed().forEach(all::addAll);
            for (EncodedExample example : all) {
                ByteBuffer bytes = ByteBuffer.allocate(4 + 8 * example.length());
                bytes.putInt(example.length());
                for (int i = 0; i < example.length(); i++) {
                    bytes.putInt(example.ids()[i]).putInt(example.labels()[i]);
                }
                digest.update(bytes.array());
            }
        });
    }
}
