package org.palimpsest.engine.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.palimpsest.engine.data.DataLoader;
import org.palimpsest.engine.data.DataSet;
import org.palimpsest.engine.data.ForgetRetain;
import org.palimpsest.engine.data.LoadOptions;
import org.palimpsest.engine.data.RowRanges;
import org.palimpsest.engine.data.SequenceLengths;
import org.palimpsest.engine.method.Alternates;
import org.palimpsest.engine.method.TrainingSets;
import org.palimpsest.engine.model.ModelFolder;
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
     * @param model the folder of the model that the rows must fit
     * @param note hears of rows that are cut
     * @throws IOException if the model's configuration cannot be read
     * @throws org.palimpsest.engine.data.DataException if a file is broken or empty, lacks a column or a row, a row is in both sets, is
     *     too long for the model or has no token to learn
     * @throws IllegalArgumentException if the alternates do not fit the forget file
     */
    TrainingSets read(Tokenizer tokenizer, Path model, Consumer<String> note) throws IOException {
        ExampleEncoder encoder = new ExampleEncoder(
                tokenizer, PromptForms.format(PromptForm.DEFAULT, tokenizer), PromptForm.DEFAULT.maxLength());
        SequenceLengths lengths =
                new SequenceLengths(encoder, ModelFolder.config(model).contextLength(), model, "");
        DataSet forgetSet = selected(forget, forgetRows);
        DataSet retainSet = selected(retain, retainRows);
        if (forgetSet != null && retainSet != null) {
            ForgetRetain.check(forgetSet, retainSet);
        }
        Optional<Alternates> alternates = alternate == null || forgetSet == null
                ? Optional.empty()
                : Optional.of(new Alternates.Aligned(alternates(forgetSet, encoder, lengths)));
        int padId = tokenizer.padId().orElse(tokenizer.eosId().orElse(0));
        TrainingSets sets =
                new TrainingSets(encoded(forgetSet, lengths), encoded(retainSet, lengths), alternates, padId);
        lengths.remarks().forEach(note);
        return sets;
    }

    private static DataSet selected(Path file, String rows) {
        if (file == null) {
            return null;
        }
        DataSet all = DataLoader.load(file);
        return rows == null ? all : all.select(RowRanges.parse(rows));
    }

    private static List<EncodedExample> encoded(DataSet set, SequenceLengths lengths) {
        if (set == null) {
            return List.of();
        }
        return set.kind() == DataSet.Kind.TEXTS ? lengths.windows(set) : lengths.encode(set);
    }

    private List<EncodedExample> alternates(DataSet forgetSet, ExampleEncoder encoder, SequenceLengths lengths) {
        DataSet answers = DataLoader.load(alternate, LoadOptions.DEFAULT.withUnit(LoadOptions.TextUnit.LINE));
        if (answers.kind() == DataSet.Kind.TEXTS) {
            lengths.checkRefusals(forgetSet, answers);
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
        return encoded(beside, lengths);
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
