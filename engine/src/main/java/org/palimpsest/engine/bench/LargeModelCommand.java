package org.palimpsest.engine.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.palimpsest.engine.check.CheckReport;
import org.palimpsest.engine.check.Listener;
import org.palimpsest.engine.check.ModelCheck;
import org.palimpsest.engine.cli.Computing;
import org.palimpsest.engine.cli.Output;
import org.palimpsest.engine.cli.Version;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.model.ModelInspection;
import org.palimpsest.engine.model.Taps;
import org.palimpsest.engine.model.TokenBatch;
import org.palimpsest.engine.tensor.Finiteness;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.SafetensorsFile;
import org.palimpsest.engine.tensor.SafetensorsWriter;
import org.palimpsest.engine.tensor.Torch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code palimpsest bench large}: whether a model of full size opens on this machine, and what memory that takes. */
@Command(
        name = "large",
        description =
                "Writes a folder of random weights of a known model's full size, then opens it, makes one step of logits and exports it (or, where"
                        + " it is larger than memory, looks it through), and says the peak of memory of each.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest bench large --shape GEMMA_2_2B --dir /tmp/large",
            "",
            "GEMMA_2_2B takes 10.5 GB of disk (the model and its export) and 12 GB of memory; QWEN3_8B_LAYER, which is embedding,",
            "head and one layer of Qwen3-8B, 5.8 GB and 7 GB; QWEN3_8B, which is only looked through, 16.4 GB and little memory."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LargeModelCommand implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long SHARD_BYTES = 5_000_000_000L;
    private static final int[] IDS = {2, 651, 5929, 576, 573, 2134, 603, 476};

    /** Models whose published shapes are used. */
    enum Size {
        GEMMA_2_2B(true, """
                {"architectures": ["Gemma2ForCausalLM"], "model_type": "gemma2", "vocab_size": 256000, "hidden_size": 2304,
                 "num_hidden_layers": 26, "num_attention_heads": 8, "num_key_value_heads": 4, "head_dim": 256,
                 "intermediate_size": 9216, "max_position_embeddings": 8192, "rms_norm_eps": 1e-6, "rope_theta": 10000.0,
                 "hidden_activation": "gelu_pytorch_tanh", "hidden_act": "gelu_pytorch_tanh", "query_pre_attn_scalar": 256,
                 "attn_logit_softcapping": 50.0, "final_logit_softcapping": 30.0, "sliding_window": 4096,
                 "tie_word_embeddings": true, "attention_bias": false, "bos_token_id": 2, "eos_token_id": 1, "pad_token_id": 0,
                 "torch_dtype": "bfloat16"}
                """),
        QWEN3_8B_LAYER(true, qwen3(1)),
        QWEN3_8B(false, qwen3(36));

        private final boolean opened;
        private final String config;

        Size(boolean opened, String config) {
            this.opened = opened;
            this.config = config;
        }

        private static String qwen3(int layers) {
            return """
                {"architectures": ["Qwen3ForCausalLM"], "model_type": "qwen3", "vocab_size": 151936, "hidden_size": 4096,
                 "num_hidden_layers": %d, "num_attention_heads": 32, "num_key_value_heads": 8, "head_dim": 128,
                 "intermediate_size": 12288, "max_position_embeddings": 40960, "rms_norm_eps": 1e-6, "rope_theta": 1000000.0,
                 "hidden_act": "silu", "attention_bias": false, "tie_word_embeddings": false, "use_sliding_window": false,
                 "bos_token_id": 151643, "eos_token_id": 151645, "torch_dtype": "bfloat16"}
                """.formatted(layers);
        }
    }

    @Mixin
    private Output output;

    @Mixin
    private Computing computing;

    @Option(
            names = "--shape",
            required = true,
            paramLabel = "S",
            description = "${COMPLETION-CANDIDATES}, in any case.")
    private Size size;

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "A new folder to work in; it is deleted at the end.")
    private Path dir;

    @Option(names = "--keep", description = "Leave the folder there.")
    private boolean keep;

    private long begun;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(dir)) {
            throw new IllegalArgumentException(
                    dir + " is there already; name a new folder, which is deleted at the end");
        }
        Device device = computing.open();
        try {
            return measure(device) ? 0 : 1;
        } finally {
            if (!keep) {
                delete(dir);
            }
        }
    }

    private boolean measure(Device device) throws IOException {
        Path folder = dir.resolve("model");
        begin();
        long bytes = RandomFolder.write(folder, (ObjectNode) JSON.readTree(size.config), SHARD_BYTES);
        tell("written", "%.1f GB in bfloat16, %,d parameters", bytes / 1e9, parameters(folder));
        return size.opened ? openedAndExported(folder, device) : lookedThrough(folder, device);
    }

    private static long parameters(Path folder) throws IOException {
        return ModelInspection.parameters(ModelFolder.config(folder));
    }

    private boolean lookedThrough(Path folder, Device device) {
        begin();
        CheckReport report = ModelCheck.of(folder, device, Listener.NONE);
        tell("looked through", "%s", report.verdictInWords());
        report.text().lines().forEach(line -> output.line("%s", line));
        return report.verdict() != CheckReport.State.WRONG;
    }

    private boolean openedAndExported(Path folder, Device device) throws IOException {
        Path out = dir.resolve("export");
        begin();
        try (DecoderModel model = ModelFolder.load(folder, device, told -> output.note("%s", told))) {
            tell("opened", "%.1f GB in float32", Float.BYTES * model.parameterCount() / 1e9);
            begin();
            Finiteness logits = logits(model);
            tell("logits", "%d of a sequence of %d tokens, %s", logits.of(), IDS.length, logits.words());
            if (!logits.all()) {
                return false;
            }
            begin();
            ModelFolder.export(model, folder, out, SafetensorsWriter.Precision.BFLOAT16);
            tell("exported", "%s", out);
        }
        begin();
        List<String> different = different(folder, out);
        tell("compared", different.isEmpty() ? "every tensor is the same, byte for byte" : "different: " + different);
        return different.isEmpty();
    }

    private static Finiteness logits(DecoderModel model) {
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(model.device())) {
            return Finiteness.of(model.logits(scope, model.hidden(scope, TokenBatch.of(List.of(IDS), 0), Taps.none())));
        }
    }

    private static List<String> different(Path source, Path out) throws IOException {
        List<String> different = new ArrayList<>();
        List<ModelInspection.Stored> tensors = ModelInspection.of(source).tensors();
        try (SafetensorsFile written = SafetensorsFile.open(out.resolve("model.safetensors"))) {
            for (ModelInspection.Stored tensor : tensors) {
                try (SafetensorsFile file = SafetensorsFile.open(tensor.file())) {
                    if (!file.sameBytes(tensor.name(), written, tensor.tensor())) {
                        different.add(tensor.tensor());
                    }
                }
            }
            if (written.names().size() != tensors.size()) {
                different.add(
                        "%d tensors in place of %d".formatted(written.names().size(), tensors.size()));
            }
        }
        return different;
    }

    private void begin() {
        begun = System.nanoTime();
        PeakMemory.reset();
    }

    private void tell(String what, String found, Object... arguments) {
        String peak = PeakMemory.bytes().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", peak of memory %.1f GB",
                        PeakMemory.bytes().getAsLong() / 1e9);
        output.line(
                "%-15s %s (%.0f s%s)",
                what, String.format(Locale.ROOT, found, arguments), (System.nanoTime() - begun) / 1e9, peak);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
