package org.palimpsest.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.check.CheckReport;
import org.palimpsest.engine.check.Listener;
import org.palimpsest.engine.check.ModelCheck;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.model.ModelInspection;
import org.palimpsest.engine.tensor.SafetensorsFile;

class RandomFolderTest {
    @TempDir
    Path scratch;

    private static ObjectNode config(int vocabulary) throws IOException {
        return (ObjectNode) new JsonMapper().readTree("""
                {"architectures": ["Qwen3ForCausalLM"], "model_type": "qwen3", "vocab_size": %d, "hidden_size": 32,
                 "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": 8, "intermediate_size": 48,
                 "max_position_embeddings": 64, "rms_norm_eps": 1e-6, "rope_theta": 10000.0, "hidden_act": "silu",
                 "attention_bias": false, "tie_word_embeddings": false, "bos_token_id": 1, "eos_token_id": 2}
                """.formatted(vocabulary));
    }

    @Test
    void itIsAWholeModelInShardsOfTheSizeAskedFor() throws IOException {
        long bytes = RandomFolder.write(scratch, config(100), 10_000);
        assertThat(bytes).isEqualTo(2 * ModelInspection.parameters(ModelFolder.config(scratch)));
        assertThat(ModelInspection.of(scratch).elementTypes()).containsExactly("BF16");
        ModelFolder.load(scratch, Device.cpu()).close();
        try (var files = Files.list(scratch)) {
            assertThat(files.filter(file -> file.toString().endsWith(".safetensors")))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(20_000));
        }
    }

    @Test
    void aCheckFindsNothingWrongWithIt() throws IOException {
        RandomFolder.write(scratch, config(100), 10_000);
        CheckReport report = ModelCheck.of(scratch, Device.cpu(), Listener.NONE);
        assertThat(report.verdict()).isEqualTo(CheckReport.State.NOTICE);
        assertThat(report.parts().stream().filter(part -> part.state() == CheckReport.State.NOTICE))
                .singleElement()
                .satisfies(part -> assertThat(part.subject()).isEqualTo(CheckReport.Subject.TOKENIZER));
    }

    @Test
    void theSameIsWrittenEveryTime() throws IOException {
        Path first = scratch.resolve("first");
        Path second = scratch.resolve("second");
        RandomFolder.write(first, config(100), 1 << 20);
        RandomFolder.write(second, config(100), 1 << 20);
        String name = "model-00001-of-00001.safetensors";
        assertThat(first.resolve(name)).hasSameBinaryContentAs(second.resolve(name));
        try (SafetensorsFile file = SafetensorsFile.open(first.resolve(name))) {
            assertThat(file.unclaimedBytes()).isZero();
        }
    }

    @Test
    void aDiskThatIsTooSmallIsSaidFirst() throws IOException {
        ObjectNode config = config(2_000_000_000).put("hidden_size", 1_000_000).put("head_dim", 8);
        assertThatThrownBy(() -> RandomFolder.write(scratch, config, 1 << 20))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(" GB are to be written here, but the disk has only ");
    }
}
