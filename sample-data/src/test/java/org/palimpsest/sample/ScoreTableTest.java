package org.palimpsest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.palimpsest.sample.models.ModelScores;

class ScoreTableTest {

    @Test
    void standsInColumnsOfEqualWidth() {
        Map<String, Double> target = new LinkedHashMap<>();
        target.put("exact full", 1.0);
        target.put("forget-quality", 6.78e-10);
        Map<String, Double> reference = new LinkedHashMap<>();
        reference.put("exact full", 0.9);
        reference.put("forget-quality", null);
        Map<String, ModelScores> columns = new LinkedHashMap<>();
        columns.put("target", new ModelScores(target));
        columns.put("shipped reference", new ModelScores(reference));

        assertThat(ScoreTable.of(columns).lines())
                .containsExactly(
                        "                   target  shipped reference",
                        "exact full         1.0000             0.9000",
                        "forget-quality   6.78e-10                  -");
    }
}
