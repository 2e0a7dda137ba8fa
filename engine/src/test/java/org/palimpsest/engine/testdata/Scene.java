package org.palimpsest.engine.testdata;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.TinyDecoder;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.text.EncodedExample;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.PromptFormat;
import org.palimpsest.engine.text.Tokenizer;

/** Three two-layer models of random weights, large enough to have opinions, a byte tokenizer and a few questions. */
public record Scene(
        DecoderModel target,
        DecoderModel reference,
        DecoderModel now,
        ExampleEncoder encoder,
        List<QuestionAnswer> forgetQuestions,
        List<QuestionAnswer> retainQuestions)
        implements AutoCloseable {
    public static final int PAD = 0;

    public static Scene in(Path folder) throws IOException {
        try (InputStream file = Scene.class.getResourceAsStream("byte-tokenizer.json")) {
            Files.copy(file, folder.resolve("tokenizer.json"));
        }
        Files.writeString(
                folder.resolve("tokenizer_config.json"),
                "{\"bos_token\": \"<|bos|>\", \"eos_token\": \"<|eos|>\", \"pad_token\": \"<|pad|>\"}");
        Tokenizer tokenizer = Tokenizer.open(folder);
        DecoderModel target = model(1, 0.3);
        DecoderModel now = target.copy();
        Random random = new Random(3);
        overwrite(now, 0.05, random);
        return new Scene(
                target,
                model(2, 0.3),
                now,
                new ExampleEncoder(tokenizer, PromptFormat.of(tokenizer), 128),
                questions("forget", 7),
                questions("retain", 9));
    }

    private static DecoderModel model(long seed, double scale) {
        Random random = new Random(seed);
        DecoderModel model = DecoderModel.fresh(TinyDecoder.llama(259, 128, false), Device.cpu(), random);
        overwrite(model, scale, random);
        return model;
    }

    /** Adds normal noise to every weight. */
    public static void overwrite(DecoderModel model, double scale, Random random) {
        Map<String, float[]> values = weights(model);
        values.forEach((name, row) -> {
            for (int i = 0; i < row.length; i++) {
                row[i] += (float) (scale * random.nextGaussian());
            }
        });
        set(model, values);
    }

    /** Sets weights to given values. */
    public static void set(DecoderModel model, Map<String, float[]> values) {
        try (NDManager scope = Torch.newScope(model.device())) {
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            values.forEach((name, row) -> arrays.put(
                    name, scope.create(row, model.parameters().get(name).getShape())));
            model.copyFrom(arrays);
        }
    }

    /** All weights by name, flattened. */
    public static Map<String, float[]> weights(DecoderModel model) {
        Map<String, float[]> values = new LinkedHashMap<>();
        model.parameters().forEach((name, array) -> values.put(name, array.toFloatArray()));
        return values;
    }

    private static List<QuestionAnswer> questions(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new QuestionAnswer(
                        "What is %s %d?".formatted(kind, i * i),
                        "It is %s %d.".formatted(kind, 7 * i),
                        Optional.empty(),
                        i % 2 == 0 ? Optional.of("%s %d it is.".formatted(kind, 7 * i)) : Optional.empty(),
                        i == 1 ? List.of() : List.of("It is %d.".formatted(i), "No %s, but %d.".formatted(kind, i))))
                .toList();
    }

    public List<EncodedExample> forget() {
        return encoded(forgetQuestions);
    }

    public List<EncodedExample> retain() {
        return encoded(retainQuestions);
    }

    private List<EncodedExample> encoded(List<QuestionAnswer> questions) {
        return questions.stream()
                .map(row -> encoder.encode(row.question(), row.answer()))
                .toList();
    }

    @Override
    public void close() {
        target.close();
        reference.close();
        now.close();
        encoder.tokenizer().close();
    }
}
