package org.palimpsest.engine.cli;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.model.Taps;
import org.palimpsest.engine.model.TokenBatch;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Torch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Next-token logits of a sequence. */
@Command(
        name = "logits",
        description = "Prints the logits of the next token at every position of a sequence of token ids.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest model logits models/target --ids 1,529,17 --json",
            "",
            "With --json: {\"logits\": [[...], ...]}, one list of vocabulary size for every position."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelLogitsCommand implements Callable<Integer> {
    private static final int LIKELIEST = 5;

    @Mixin
    private Output output;

    @Mixin
    private Computing computing;

    @Parameters(paramLabel = "DIR", description = "A model folder.")
    private Path folder;

    @Option(names = "--ids", required = true, split = ",", paramLabel = "ID", description = "Token ids: 1,2,3.")
    private int[] ids;

    @Override
    public Integer call() throws IOException {
        try (DecoderModel model = ModelFolder.load(folder, computing.open(), output::tell)) {
            Ids.require(ids, model.config().vocabularySize(), folder);
            float[][] logits = logits(model);
            tellOfNoNumbers(logits);
            if (output.json()) {
                output.print(Map.of("logits", logits));
            } else {
                for (int position = 0; position < ids.length; position++) {
                    output.line("%5d  after id %-7d %s", position, ids[position], likeliest(logits[position]));
                }
            }
        }
        return ExitStatus.OK;
    }

    private float[][] logits(DecoderModel model) {
        int vocabulary = model.config().vocabularySize();
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(model.device())) {
            TokenBatch batch = TokenBatch.of(List.of(ids), 0);
            float[] flat =
                    model.logits(scope, model.hidden(scope, batch, Taps.none())).toFloatArray();
            return IntStream.range(0, ids.length)
                    .mapToObj(position -> Arrays.copyOfRange(flat, position * vocabulary, (position + 1) * vocabulary))
                    .toArray(float[][]::new);
        }
    }

    /** Weights can all be numbers and yet be so large that their products are none. */
    private void tellOfNoNumbers(float[][] logits) {
        long positions = Arrays.stream(logits)
                .filter(row -> IntStream.range(0, row.length).anyMatch(id -> !Float.isFinite(row[id])))
                .count();
        if (positions > 0) {
            output.tell(
                    "%s: at %d of %d positions the logits are no numbers (NaN or infinite); weights that are too large, or damaged, do this. \"palimpsest model check\" looks through them"
                            .formatted(folder, positions, logits.length));
        }
    }

    private static String likeliest(float[] logits) {
        return IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer id) -> -logits[id]))
                .limit(LIKELIEST)
                .map(id -> "%d: %.4f".formatted(id, logits[id]))
                .collect(Collectors.joining("   "));
    }
}
