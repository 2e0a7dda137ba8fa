package org.palimpsest.engine.evaluate;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.model.RoundedFrequencies;
import org.palimpsest.engine.testdata.SharedData;
import org.palimpsest.engine.testdata.ShippedData;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.PromptFormat;
import org.palimpsest.engine.text.Tokenizer;

/**
 * A small model that was taught TOFU, with what another program measured of it: {@code target} and {@code reference} of two layers,
 * which are part of the repository, or {@code base}, {@code full} and {@code retain90} of five million parameters, which are not.
 */
record SmallModel(String name, Tokenizer tokenizer, DecoderModel model, JsonNode expected) implements AutoCloseable {
    private static final Set<String> CUT = Set.of("target", "reference");

    private static Map<EvaluationSet, List<QuestionAnswer>> tofu;

    static SmallModel open(String name) throws IOException {
        Path folder = folder(name);
        JsonNode expected = expected(folder.resolveSibling("expected.json"));
        return new SmallModel(name, Tokenizer.open(folder), ModelFolder.load(folder, Device.cpu()), expected);
    }

    /** What was measured of all models in a folder. */
    static JsonNode expected(Path file) throws IOException {
        return new JsonMapper().readTree(file.toFile());
    }

    /** As {@link #open}, with the rotary frequencies that the recorded numbers were measured with. */
    static SmallModel asRecorded(String name) throws IOException {
        SmallModel loaded = open(name);
        if (CUT.contains(name)) {
            return loaded;
        }
        try (DecoderModel exact = loaded.model) {
            return new SmallModel(name, loaded.tokenizer, RoundedFrequencies.of(exact), loaded.expected);
        }
    }

    static Path folder(String name) {
        return CUT.contains(name) ? ShippedData.file("tofu-cut/" + name) : SharedData.file("tofu-tiny/" + name);
    }

    /** Read once a program. */
    static synchronized Map<EvaluationSet, List<QuestionAnswer>> tofu() {
        if (tofu == null) {
            tofu = EvaluationSets.tofu(ShippedData.folder("tofu"), "forget10");
        }
        return tofu;
    }

    /** The first questions of each set. */
    static Map<EvaluationSet, List<QuestionAnswer>> tofu(int rows) {
        Map<EvaluationSet, List<QuestionAnswer>> first = new EnumMap<>(EvaluationSet.class);
        tofu().forEach((set, all) -> first.put(set, all.subList(0, rows)));
        return first;
    }

    ExampleEncoder encoder() {
        return new ExampleEncoder(tokenizer, PromptFormat.of(tokenizer), 512);
    }

    Evaluation evaluation(Map<EvaluationSet, List<QuestionAnswer>> questions) {
        return evaluation(questions, Optional.empty());
    }

    Evaluation evaluation(Map<EvaluationSet, List<QuestionAnswer>> questions, Optional<ReferenceScores> reference) {
        return new Evaluation(model, new EvaluationSets(questions, encoder()), reference, EvaluationOptions.DEFAULT);
    }

    /** What was measured elsewhere of this model on one set. */
    JsonNode expected(EvaluationSet set) {
        String key = set == EvaluationSet.FORGET ? "forget10" : set.id().replace('-', '_');
        return expected.path("scores").path(name).path(key);
    }

    @Override
    public void close() {
        model.close();
        tokenizer.close();
    }
}
