package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.tensor.SafetensorsFile;
import org.palimpsest.engine.tensor.SafetensorsWriter;
import org.palimpsest.engine.testdata.ShippedData;

/** A head beside embeddings that the configuration says are tied to it. */
class TiedHeadTest {
    private static final List<int[]> IDS = List.of(new int[] {1, 7, 3, 39, 12, 5});
    private static final String TABLE = "model.embed_tokens.weight";
    private static final String HEAD = "lm_head.weight";

    @TempDir
    Path scratch;

    private Path folder;
    private float[] before;

    @BeforeEach
    void aTiedModel() throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA).put("tie_word_embeddings", true);
        folder = TinyFolders.whole(scratch.resolve("model"), config);
        before = logits(folder);
    }

    @Test
    void anEqualOneIsTheTable() throws IOException {
        change(tensors -> tensors.put(HEAD, tensors.get(TABLE)));
        try (DecoderModel model = ModelFolder.load(folder, Device.cpu())) {
            assertThat(model.config().tiedEmbeddings()).isTrue();
        }
        assertThat(logits(folder)).isEqualTo(before);
        assertThat(ModelInspection.of(folder).remarks()).isEmpty();
    }

    @Test
    void aDifferentOneIsUsedAndToldOf() throws IOException {
        change(tensors -> tensors.put(HEAD, tensors.get(TABLE).mul(2)));
        float[] doubled = logits(folder);
        for (int i = 0; i < before.length; i++) {
            assertThat(doubled[i]).isEqualTo(2 * before[i]);
        }
        String remark =
                "config.json says that the head is the token table (\"tie_word_embeddings\"), but \"lm_head.weight\" and \"model.embed_tokens.weight\" differ; each is used as it is stored";
        assertThat(ModelInspection.of(folder).remarks()).containsExactly(remark);
        List<String> told = new ArrayList<>();
        ModelFolder.load(folder, Device.cpu(), told::add).close();
        assertThat(told).containsExactly(folder + ": " + remark);
    }

    @Test
    void aDifferentOneCountsAsWeights() throws IOException {
        long tied = ModelInspection.of(folder).parameters();
        change(tensors -> tensors.put(HEAD, tensors.get(TABLE).mul(2)));
        assertThat(ModelInspection.of(folder).parameters()).isEqualTo(tied + TinyFolders.VOCABULARY * 24);
    }

    @Test
    void aDifferentOneIsExportedAsAHeadOfItsOwn() throws IOException {
        change(tensors -> tensors.put(HEAD, tensors.get(TABLE).mul(2)));
        Path out = scratch.resolve("out");
        try (DecoderModel model = ModelFolder.load(folder, Device.cpu())) {
            ModelFolder.export(model, folder, out, SafetensorsWriter.Precision.FLOAT32);
        }
        assertThat(new JsonMapper()
                        .readTree(Files.readString(out.resolve("config.json")))
                        .path("tie_word_embeddings")
                        .asBoolean(true))
                .isFalse();
        assertThat(logits(out)).isEqualTo(logits(folder));
        assertThat(ModelInspection.of(out).remarks()).isEmpty();
    }

    @Test
    void aHeadAloneIsTheTableToo() throws IOException {
        change(tensors -> tensors.put(HEAD, tensors.remove(TABLE)));
        assertThat(logits(folder)).isEqualTo(before);
    }

    @Test
    void theReferencesOwnFolderHasAHeadOfItsOwn() throws IOException {
        Path checkpoint = ShippedData.copy("hf-edges/llama-tied-other-head", scratch.resolve("edges"));
        try (DecoderModel model = ModelFolder.load(checkpoint, Device.cpu());
                SafetensorsFile file = SafetensorsFile.open(checkpoint.resolve("model.safetensors"))) {
            assertThat(file.sameBytes(HEAD, file, TABLE)).isFalse();
            assertThat(file.sameBytes(HEAD, file, HEAD)).isTrue();
            assertThat(model.config().tiedEmbeddings()).isFalse();
        }
    }

    private void change(StoredNamesTest.Change change) throws IOException {
        Path file = folder.resolve("model.safetensors");
        Path old = scratch.resolve("old.safetensors");
        Files.move(file, old);
        StoredNamesTest.rewrite(old, file, change);
    }

    private static float[] logits(Path folder) throws IOException {
        try (DecoderModel model = ModelFolder.load(folder, Device.cpu())) {
            return EdgeParityTest.logits(model, IDS);
        }
    }
}
