package org.palimpsest.engine.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.palimpsest.engine.testdata.ShippedData;

/** Evaluation logs of real models as TOFU's authors published them: losses, generations and ROUGE values a question. */
final class PublishedLog {

    /** One question; losses are means a token in nats. */
    record Item(
            double answerLoss,
            double paraphraseLoss,
            List<Double> wrongLosses,
            String generated,
            String expected,
            double rouge1Recall,
            double rougeLRecall) {

        double[] wrong() {
            return wrongLosses.stream().mapToDouble(v -> v).toArray();
        }

        TruthRatio truthRatio() {
            return TruthRatio.geometric(paraphraseLoss, wrong());
        }
    }

    private final JsonNode root;

    private PublishedLog(JsonNode root) {
        this.root = root;
    }

    static PublishedLog of(String model) throws IOException {
        return new PublishedLog(json("llama2-7b_" + model + ".json"));
    }

    static JsonNode json(String file) throws IOException {
        return new ObjectMapper()
                .readTree(ShippedData.file("tofu/reference_eval_logs/" + file).toFile());
    }

    List<Item> retain() {
        return items("eval_log.json");
    }

    List<Item> forget() {
        return items("eval_log_forget.json");
    }

    List<Item> realAuthors() {
        return items("eval_real_author_wo_options.json");
    }

    List<Item> worldFacts() {
        return items("eval_real_world_wo_options.json");
    }

    ModelUtility utility() {
        return new ModelUtility(
                part(retain(), i -> Math.exp(-i.answerLoss())),
                part(realAuthors(), i -> OptionProbability.of(i.answerLoss(), i.wrong())),
                part(worldFacts(), i -> OptionProbability.of(i.answerLoss(), i.wrong())));
    }

    private static ModelUtility.Part part(List<Item> items, ToDoubleFunction<Item> probability) {
        return new ModelUtility.Part(
                mean(items, probability),
                mean(items, i -> RougeL.score(i.expected(), i.generated(), true).recall()),
                mean(items, i -> TruthRatio.Aggregation.TRUE_BETTER.of(i.truthRatio())));
    }

    static double mean(List<Item> items, ToDoubleFunction<Item> value) {
        return Average.of(items.stream().map(value::applyAsDouble).toList()).value();
    }

    private List<Item> items(String part) {
        JsonNode log = root.path(part);
        List<Item> items = new ArrayList<>();
        log.path("avg_gt_loss").fieldNames().forEachRemaining(key -> {
            JsonNode texts = log.path("generated_text").path(key);
            List<Double> wrong = new ArrayList<>();
            log.path("average_perturb_loss").path(key).forEach(v -> wrong.add(v.asDouble()));
            items.add(new Item(
                    log.path("avg_gt_loss").path(key).asDouble(),
                    log.path("avg_paraphrased_loss").path(key).asDouble(),
                    wrong,
                    texts.get(1).asText(),
                    texts.get(2).asText(),
                    log.path("rouge1_recall").path(key).asDouble(),
                    log.path("rougeL_recall").path(key).asDouble()));
        });
        return items;
    }
}
