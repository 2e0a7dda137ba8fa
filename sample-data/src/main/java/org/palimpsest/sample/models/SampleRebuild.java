package org.palimpsest.sample.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.sample.authors.FictionalAuthors;
import org.palimpsest.sample.authors.SampleTexts;

/**
 * Makes everything anew: texts, tokenizer, models. The same machine with the same number of threads makes the same bytes
 * every time; other machines round sums differently and come to other weights of much the same scores.
 *
 * @param threads of one tensor operation
 * @param lessons how each model is trained
 */
public record SampleRebuild(int threads, Function<SampleModel, Lesson> lessons, TrainingProgress progress) {

    /** Threads that the shipped models were trained with. */
    public static final int THREADS = 2;

    /**
     * Makes texts and models.
     *
     * @param texts folder for the data sets, made if absent
     * @param models folder for the models' folders, made if absent
     */
    public Map<SampleModel, TrainedModel> make(Path texts, Path models) throws IOException {
        Torch.setThreads(threads);
        SampleTexts.write(texts);
        BlankModel.write(FictionalAuthors.generate(), models.resolve(SampleModel.BASE.folder()));
        ModelTrainer trainer = new ModelTrainer(texts, models, progress);
        Map<SampleModel, TrainedModel> trained = new EnumMap<>(SampleModel.class);
        for (SampleModel model : SampleModel.values()) {
            trained.put(model, trainer.train(model, lessons.apply(model)));
        }
        return trained;
    }

    /**
     * Measures models as they lie in their folders, rounded to bfloat16.
     *
     * @param texts folder of the data sets
     * @param models folder of the three models' folders
     */
    public static Map<SampleModel, ModelScores> measure(Path texts, Path models) throws IOException {
        return new SampleScores(texts).measure(models);
    }
}
