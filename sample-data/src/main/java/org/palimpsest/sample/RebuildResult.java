package org.palimpsest.sample;

import java.io.IOException;
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

    /** The same as maps, lists and values, for JSON. */
    Map<String, Object> document() {
        Map<String, Object> models = new LinkedHashMap<>();
        for (SampleModel model : SampleModel.values()) {
            models.put(model.folder(), document(model));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("folder", folder.toString());
        document.put("threads", threads);
        document.put("seconds", seconds);
        document.put("processorSeconds", Double.isNaN(processorSeconds) ? null : (Double) processorSeconds);
        document.put("models", models);
        return document;
    }

    private Map<String, Object> document(SampleModel model) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("training", trained.get(model));
        document.put("equalToShipped", differing.get(model).isEmpty());
        document.put("differingFiles", differing.get(model));
        document.put("scores", scores.get(model).values());
        if (shipped.containsKey(model)) {
            document.put("shippedScores", shipped.get(model).values());
        }
        return document;
    }
}
