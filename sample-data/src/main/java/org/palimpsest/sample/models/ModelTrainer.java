package org.palimpsest.sample.models;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.data.DataLoader;
import org.palimpsest.engine.method.Methods;
import org.palimpsest.engine.method.TrainingSets;
import org.palimpsest.engine.method.UnlearningContext;
import org.palimpsest.engine.method.UnlearningMethod;
import org.palimpsest.engine.method.UnlearningSession;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.tensor.SafetensorsWriter;
import org.palimpsest.engine.text.EncodedExample;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.PromptFormat;
import org.palimpsest.engine.text.Tokenizer;

/**
 * Trains single models by the engine's fine-tuning.
 *
 * @param texts folder of the data sets
 * @param models folder of the models' folders; that of the base holds shape and tokenizer, and once it is trained its weights
 */
record ModelTrainer(Path texts, Path models, TrainingProgress progress) {

    /** Trains a model and writes it in bfloat16, rounded to nearest. */
    TrainedModel train(SampleModel which, Lesson lesson) throws IOException {
        long begin = System.nanoTime();
        try (Tokenizer tokenizer = Tokenizer.open(base())) {
            TrainingSets sets = new TrainingSets(
                    List.of(),
                    examples(which, tokenizer),
                    Optional.empty(),
                    tokenizer.padId().orElseThrow());
            UnlearningMethod method = Methods.byId("finetune");
            DecoderModel model = start(which, lesson);
            long parameters = model.parameterCount();
            // The session closes the model. Fine-tuning asks nothing of a frozen reference, so the model stands for its
            // own.
            UnlearningContext context =
                    new UnlearningContext(model, model, sets, lesson.plan(), Settings.of(method.card(), Map.of()));
            try (UnlearningSession session = method.open(context)) {
                double loss = Double.NaN;
                while (!session.done()) {
                    loss = session.advance().terms().get("loss");
                    progress.stepDone(which, session.step(), session.totalSteps(), loss);
                }
                Path folder = models.resolve(which.folder());
                ModelFolder.export(session.model(), base(), folder, SafetensorsWriter.Precision.BFLOAT16);
                return new TrainedModel(parameters, session.step(), loss, (System.nanoTime() - begin) / 1e9);
            }
        }
    }

    private DecoderModel start(SampleModel which, Lesson lesson) throws IOException {
        return which == SampleModel.BASE
                ? DecoderModel.fresh(ModelFolder.config(base()), Device.cpu(), new Random(lesson.seed()))
                : ModelFolder.load(base(), Device.cpu());
    }

    private List<EncodedExample> examples(SampleModel which, Tokenizer tokenizer) throws IOException {
        ExampleEncoder encoder = new ExampleEncoder(
                tokenizer,
                PromptFormat.of(tokenizer),
                ModelFolder.config(base()).contextLength());
        return which.texts().stream()
                .flatMap(name -> DataLoader.load(texts.resolve(name + ".jsonl")).questions().stream())
                .map(row -> encoder.encode(row.question(), row.answer()))
                .toList();
    }

    private Path base() {
        return models.resolve(SampleModel.BASE.folder());
    }
}
