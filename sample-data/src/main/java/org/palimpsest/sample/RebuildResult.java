package org.palimpsest.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.palimpsest.sample.models.ModelScores;
import org.palimpsest.sample.models.SampleModel;
import org.palimpsest.sample.models.SampleRebuild;
import org.palimpsest.sample.models.TrainedModel;

/**
 * What a rebuild came to.
 *
 * @param seconds training took by the clock
 * @param processorSeconds of all threads; NaN where the system does not tell
 * @param differing files of each model that are not the shipped ones
 * @param shipped scores of the shipped models where one differs, else empty
 */
record RebuildResult(
        Path folder,
        int threads,
        double seconds,
        double processorSeconds,
        Map<SampleModel, TrainedModel> trained,
        Map<SampleModel, ModelScores> scores,
        Map<SampleModel, List<String>> differing,
        Map<SampleModel, ModelScores> shipped) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Measures the models of a workspace, and the shipped ones too where they are others. */
    static RebuildResult of(
            SampleWorkspace rebuilt,
            int threads,
            double seconds,
            double processorSeconds,
            Map<SampleModel, TrainedModel> trained)
            throws IOException {
        Map<SampleModel, ModelScores> scores = SampleRebuild.measure(rebuilt.texts(), rebuilt.models());
        Map<SampleModel, List<String>> differing = ShippedModels.differences(rebuilt.models());
        Map<SampleModel, ModelScores> shipped = Map.of();
        if (!differing.values().stream().allMatch(List::isEmpty)) {
            SampleWorkspace unpacked = SampleWorkspace.unpack(rebuilt.root().resolve("shipped"));
            shipped = SampleRebuild.measure(unpacked.texts(), unpacked.models());
        }
        return new RebuildResult(
                rebuilt.root(), threads, seconds, processorSeconds, trained, scores, differing, shipped);
    }

    String text() {
        Map<String, ModelScores> columns = new LinkedHashMap<>();
        for (SampleModel model : SampleModel.values()) {
            columns.put(model.folder(), scores.get(model));
            if (shipped.containsKey(model)) {
                columns.put("shipped " + model.folder(), shipped.get(model));
            }
        }
        StringBuilder text = new StringBuilder(ScoreTable.of(columns)).append(System.lineSeparator());
        trained.forEach((model, training) -> text.append(line(model, training)));
        text.append(String.format(
                Locale.ROOT,
                "Trained in %.0f s (%.0f s of processor time) with %d threads. All of it lies in %s",
                seconds,
                processorSeconds,
                threads,
                folder));
        return text.toString();
    }

    private String line(SampleModel model, TrainedModel training) {
        List<String> files = differing.get(model);
        return String.format(
                Locale.ROOT,
                "%-9s %,d parameters, %d steps in %.0f s, last loss %.4f, %s%n",
                model.folder(),
                training.parameters(),
                training.steps(),
                training.seconds(),
                training.loss(),
                files.isEmpty()
                        ? "the shipped one to the last bit"
                        : "not the shipped one: " + String.join(", ", files));
    }

    String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("folder", folder.toString());
        root.put("threads", threads);
        root.put("seconds", seconds);
        if (!Double.isNaN(processorSeconds)) {
            root.put("processorSeconds", processorSeconds);
        }
        ObjectNode models = root.putObject("models");
        for (SampleModel model : SampleModel.values()) {
            ObjectNode node = models.putObject(model.folder());
            node.set("training", JSON.valueToTree(trained.get(model)));
            node.put("equalToShipped", differing.get(model).isEmpty());
            node.set("differingFiles", JSON.valueToTree(differing.get(model)));
            node.set("scores", JSON.valueToTree(scores.get(model).values()));
            if (shipped.containsKey(model)) {
                node.set("shippedScores", JSON.valueToTree(shipped.get(model).values()));
            }
        }
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The result cannot be put into JSON", e);
        }
    }
}
