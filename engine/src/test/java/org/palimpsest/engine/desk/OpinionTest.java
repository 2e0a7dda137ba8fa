package org.palimpsest.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.testdata.Scene;

/** What a model thinks of a token; the tokenizer has ids 0 to 258. */
class OpinionTest {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = Scene.in(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void rowsThatNoTextHasAreNotAmongTheLikeliest() {
        float[] logits = new float[300];
        Arrays.fill(logits, 259, 300, 9);
        logits[77] = 5;
        Opinion opinion = Opinion.of(logits, 77, scene.encoder().tokenizer());
        assertThat(opinion.top()).hasSize(8).extracting(DeskReply.Share::id).allMatch(id -> id < 259);
        assertThat(opinion.top().get(0).id()).isEqualTo(77);
        // They have their share of the probability all the same: e^5 / (e^5 + 41 e^9 + 258).
        assertThat(opinion.probability())
                .isCloseTo(Math.exp(5) / (Math.exp(5) + 41 * Math.exp(9) + 258), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void logitsThatAreNoNumbersHaveNoLikeliestToken(float logit) {
        float[] logits = new float[259];
        logits[12] = logit;
        Opinion opinion = Opinion.of(logits, 77, scene.encoder().tokenizer());
        assertThat(opinion.top()).isEmpty();
        assertThat(opinion.probability()).isNaN();
    }
}
