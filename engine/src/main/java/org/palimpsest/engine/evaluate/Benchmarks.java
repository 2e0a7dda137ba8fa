package org.palimpsest.engine.evaluate;

import java.util.List;
import java.util.Map;
import org.palimpsest.engine.evaluate.Benchmark.Item;

/** The benchmarks there are. */
public final class Benchmarks {
    private Benchmarks() {}

    public static List<String> ids() {
        return List.of("tofu", "tofu-likelihood");
    }

    /**
     * A benchmark by its id: {@code tofu} (Maini et al. 2024, with extraction strength and exact memorisation of Dorna et al.
     * 2025), or {@code tofu-likelihood}, the same without whatever needs generated answers.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Benchmark byId(String id) {
        return switch (id) {
            case "tofu" ->
                new Benchmark(
                        id,
                        List.of(
                                item("forget-quality", Map.of()),
                                item("model-utility", Map.of()),
                                item("probability", Map.of()),
                                item("rouge", Map.of()),
                                item("truth-ratio", Map.of()),
                                item("extraction-strength", Map.of()),
                                item("exact-memorisation", Map.of())));
            case "tofu-likelihood" ->
                new Benchmark(
                        id,
                        List.of(
                                item("forget-quality", Map.of()),
                                item("model-utility", Map.of("generation", false)),
                                item("probability", Map.of()),
                                item("truth-ratio", Map.of()),
                                item("extraction-strength", Map.of()),
                                item("exact-memorisation", Map.of())));
            default ->
                throw new IllegalArgumentException(
                        "no benchmark is named \"%s\"; there are %s".formatted(id, String.join(", ", ids())));
        };
    }

    private static Item item(String metric, Map<String, ?> settings) {
        return Item.of(Metrics.byId(metric), settings);
    }
}
