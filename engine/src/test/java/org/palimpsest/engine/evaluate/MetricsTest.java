package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.card.Catalogue;

class MetricsTest {

    @Test
    void everyCardHasItsMetric() {
        assertThat(Catalogue.metrics())
                .allSatisfy(card -> assertThat(Metrics.byId(card.id()).card()).isEqualTo(card));
    }

    @Test
    void namesTheMetricsThereAre() {
        assertThatThrownBy(() -> Metrics.byId("bleu"))
                .hasMessageContaining("bleu")
                .hasMessageContaining("truth-ratio");
    }

    @Test
    void everyBenchmarkIsFoundByItsId() {
        assertThat(Benchmarks.ids())
                .allSatisfy(id -> assertThat(Benchmarks.byId(id).id()).isEqualTo(id));
    }

    @Test
    void namesTheBenchmarksThereAre() {
        assertThatThrownBy(() -> Benchmarks.byId("muse"))
                .hasMessageContaining("muse")
                .hasMessageContaining("tofu");
    }

    @Test
    void aMetricOfASetIsNamedAfterIt() {
        Benchmark.Item item = Benchmark.Item.of(Metrics.byId("rouge"), Map.of("set", "world-facts"));
        assertThat(item.name()).isEqualTo("world-facts.rouge");
    }

    @Test
    void aFurtherMetricOfTheSameNameTakesTheOldOnesPlace() {
        Benchmark tofu = Benchmarks.byId("tofu");
        Benchmark.Item f1 = Benchmark.Item.of(Metrics.byId("rouge"), Map.of("statistic", "f1"));
        Benchmark.Item further = Benchmark.Item.of(Metrics.byId("rouge"), Map.of("set", "retain"));
        Benchmark both = tofu.and(List.of(f1, further));
        assertThat(both.items()).hasSize(tofu.items().size() + 1).contains(f1).endsWith(further);
    }
}
