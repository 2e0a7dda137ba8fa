package org.palimpsest.engine.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.palimpsest.engine.data.DataLoader;
import org.palimpsest.engine.data.DataSet;
import org.palimpsest.engine.data.ForgetRetain;
import org.palimpsest.engine.data.LoadOptions;
import org.palimpsest.engine.data.RowRanges;
import org.palimpsest.engine.method.Alternates;
import org.palimpsest.engine.method.TrainingSets;
import org.palimpsest.engine.recipe.PromptForm;
import org.palimpsest.engine.run.PromptForms;
import org.palimpsest.engine.text.EncodedExample;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.Tokenizer;

/**
 * The examples of a command that trains or attacks without a recipe, in the prompt format a recipe has by default.
 *
 * @param forget null where there is none
 * @param retain null where there is none
 * @param answers beside the whole forget file row by row, or plain texts that are taken in turns; null where there are none
 * @param forgetRows which rows of the forget file, and so of the alternates; null for all
 * @param retainRows which rows of the retain file; null for all
 */
record ExampleFiles(Path forget, Path retain, Path alternate, String forgetRows, String retainRows) {

    /**
     * Reads and encodes the rows.
     *
     * @throws org.palimpsest.engine.data.DataException if a file is broken or empty, lacks a column or a row, or a row is in both sets
     * @throws IllegalArgumentException if the alternates do not fit the forget file, or a row has no token to learn
     */
    TrainingSets read(Tokenizer tokenizer) {
        ExampleEncoder encoder = new ExampleEncoder(
                tokenizer, PromptForms.format(PromptForm.DEFAULT, tokenizer), PromptForm.DEFAULT.maxLength());
        DataSet forgetSet = selected(forget, forgetRows);
        DataSet retainSet = selected(retain, retainRows);
        if (forgetSet != null && retainSet != null) {
            ForgetRetain.check(forgetSet, retainSet);
        }
        Optional<Alternates> alternates = alternate == null || forgetSet == null
                ? Optional.empty()
                : Optional.of(new Alternates.Aligned(alternates(forgetSet, encoder)));
        int padId = tokenizer.padId().orElse(tokenizer.eosId().orElse(0));
        return new TrainingSets(encoded(forgetSet, encoder), encoded(retainSet, encoder), alternates, padId);
    }

    private static DataSet selected(Path file, String rows) {
        if (file == null) {
            return null;
        }
        DataSet all = DataLoader.load(file);
        return rows == null ? all : all.select(RowRanges.parse(rows));
    }

    private static List<EncodedExample> encoded(DataSet set, ExampleEncoder encoder) {
        if (set == null) {
            return List.of();
        }
        List<EncodedExample> examples = set.kind() == DataSet.Kind.TEXTS
                ? encoder.encodeText(set.texts())
                : set.questions().stream()
                        .map(row -> encoder.encode(row.question(), row.answer()))
                        .toList();
        for (int i = 0; i < examples.size(); i++) {
            if (examples.get(i).supervisedTokens() == 0) {
                throw new IllegalArgumentException(
                        "%s: example %d of those chosen has no token to learn within the first %d; leave it out"
                                .formatted(set.source(), i, encoder.maxLength()));
            }
        }
        return examples;
    }

    private List<EncodedExample> alternates(DataSet forgetSet, ExampleEncoder encoder) {
        DataSet answers = DataLoader.load(alternate, LoadOptions.DEFAULT.withUnit(LoadOptions.TextUnit.LINE));
        if (answers.kind() == DataSet.Kind.TEXTS) {
            List<EncodedExample> examples = new ArrayList<>();
            int[] rows = forgetRowNumbers(forgetSet.size());
            for (int i = 0; i < rows.length; i++) {
                String refusal = answers.texts().get(rows[i] % answers.size());
                examples.add(encoder.encode(forgetSet.questions().get(i).question(), refusal));
            }
            return examples;
        }
        DataSet beside = forgetRows == null ? answers : answers.select(RowRanges.parse(forgetRows));
        if (beside.size() != forgetSet.size()) {
            throw new IllegalArgumentException(
                    "%s has %d rows and %s has %d; alternate answers stand row by row beside the forget file, or are plain texts"
                            .formatted(alternate, beside.size(), forget, forgetSet.size()));
        }
        return encoded(beside, encoder);
    }

    /** Where the chosen rows stand in the forget file. */
    private int[] forgetRowNumbers(int size) {
        return forgetRows == null
                ? IntStream.range(0, size).toArray()
                : RowRanges.parse(forgetRows).ranges().stream()
                        .flatMapToInt(range -> IntStream.rangeClosed(range.first(), range.last()))
                        .toArray();
    }
}
