package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.testdata.ShippedData;

/** A real pretrained model, against answers computed from the same weights in double precision. */
class StoriesParityTest {
    private JsonNode reference;
    private DecoderModel model;

    @BeforeEach
    void open() throws IOException {
        Path folder = ShippedData.folder("stories260k");
        reference = new JsonMapper().readTree(folder.resolve("reference.json").toFile());
        model = ModelFolder.load(folder.resolve("hf"), Device.cpu());
    }

    @AfterEach
    void close() {
        if (model != null) {
            model.close();
        }
    }

    @Test
    void nextTokenLogProbabilitiesAgree() {
        int[] ids = ints(reference.path("input_ids"));
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            AnswerLogits at = AnswerLogits.of(scope, model, LabelledBatch.of(List.of(ids), List.of(ids), 0));
            float[] all = at.logits().logSoftmax(-1).toFloatArray();
            JsonNode expected = reference.path("next_token_logprobs");
            assertThat(at.labels().size()).isEqualTo(expected.size());
            for (int t = 0; t < expected.size(); t++) {
                double found = all[t * model.config().vocabularySize() + ids[t + 1]];
                assertThat(found).isCloseTo(expected.path(t).asDouble(), within(1e-4));
            }
        }
    }

    @Test
    void lastLogitsAgree() {
        TokenBatch batch = TokenBatch.of(List.of(ints(reference.path("input_ids"))), 0);
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            float[] logits =
                    model.logits(scope, model.hidden(scope, batch, Taps.none())).toFloatArray();
            JsonNode expected = reference.path("last_position_logits");
            int from = logits.length - expected.size();
            for (int v = 0; v < expected.size(); v++) {
                assertThat((double) logits[from + v]).isCloseTo(expected.path(v).asDouble(), within(1e-4));
            }
        }
    }

    @Test
    void twoHundredGreedyTokensAgree() {
        JsonNode greedy = reference.path("greedy");
        int[] start = ints(greedy.path("start_ids"));
        int[] all = ints(greedy.path("ids"));
        Generator generator = new Generator(model, Sampling.GREEDY, Set.of(1, 2), 200);
        assertThat(generator.generate(List.of(start), new Random(0)).get(0))
                .containsExactly(Arrays.copyOfRange(all, start.length, all.length));
    }

    @Test
    void aStoryEndsAtTheTokenThatBeginsTheNext() {
        int[] start = ints(reference.path("greedy").path("start_ids"));
        Generator free = new Generator(model, Sampling.GREEDY, Set.of(), 480);
        Generator stopping = new Generator(model, Sampling.GREEDY, Set.of(1, 2), 480);
        int[] endless = free.generate(List.of(start), new Random(0)).get(0);
        int[] story = stopping.generate(List.of(start), new Random(0)).get(0);
        assertThat(story.length).isLessThan(endless.length);
        assertThat(endless[story.length]).isIn(1, 2);
        assertThat(endless).startsWith(story);
    }

    private static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }
}
