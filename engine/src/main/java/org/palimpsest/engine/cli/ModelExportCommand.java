package org.palimpsest.engine.cli;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;
import org.palimpsest.engine.run.Checkpoint;
import org.palimpsest.engine.tensor.SafetensorsWriter;
import org.palimpsest.engine.tensor.Torch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a model, or what a run has made of one, as a Hugging Face folder. */
@Command(
        name = "export",
        description = "Writes a model, or a run's checkpoint, as a folder that the Hugging Face libraries open.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest model export runs/first --out models/unlearned --precision bfloat16",
            "  palimpsest model export runs/first --step 40 --out models/at-40",
            "  palimpsest model export models/target --out models/half --precision float16",
            "",
            "Tokenizer, chat templates and licence come along; \"left out\" names what tells of the source only, such as its",
            "README. The folder appears whole or not at all."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelExportCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(paramLabel = "DIR|RUN", description = "A model folder or a run folder.")
    private Path source;

    @Option(names = "--step", paramLabel = "N", description = "Which checkpoint of a run (default: the newest).")
    private Long step;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The new folder.")
    private Path out;

    @Option(
            names = "--precision",
            paramLabel = "P",
            description = "${COMPLETION-CANDIDATES}, in any case (default: ${DEFAULT-VALUE}).")
    private SafetensorsWriter.Precision precision = SafetensorsWriter.Precision.FLOAT32;

    private List<String> leftOut = List.of();

    @Override
    public Integer call() throws IOException {
        requireEmpty();
        boolean isRun = Files.isRegularFile(source.resolve("recipe.json"));
        if (isRun) {
            exportRun(RunFolder.open(source));
        } else if (step != null) {
            throw new IllegalArgumentException(source + " is no run folder, so it has no step " + step);
        } else {
            ModelFolder.requireRoom(source, out, precision);
            try (DecoderModel model = ModelFolder.load(source, Device.cpu(), output::tell)) {
                leftOut = ModelFolder.export(model, source, out, precision);
            }
        }
        if (output.json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("folder", out.toAbsolutePath().normalize().toString());
            document.put("leftOut", leftOut);
            output.print(document);
        } else {
            output.line("%s", out);
            if (!leftOut.isEmpty()) {
                output.note("left out, since it tells of the model it was made from: %s", String.join(", ", leftOut));
            }
        }
        return ExitStatus.OK;
    }

    private void requireEmpty() throws IOException {
        if (Files.isDirectory(out)) {
            try (Stream<Path> inside = Files.list(out)) {
                if (inside.findAny().isPresent()) {
                    throw new IllegalArgumentException(out + " is not empty; name a new folder");
                }
            }
        } else if (Files.exists(out)) {
            throw new IllegalArgumentException(out + " is a file; name a new folder");
        }
    }

    private void exportRun(RunFolder run) throws IOException {
        Checkpoint checkpoint = checkpoint(run);
        Path start = startingModel(RecipeReader.read(run.recipe()));
        ModelFolder.requireRoom(start, out, precision);
        try (DecoderModel model = ModelFolder.load(start, Device.cpu(), output::tell);
                NDManager scope = Torch.newScope(Device.cpu())) {
            model.copyFrom(checkpoint.read(scope).weights());
            leftOut = ModelFolder.export(model, start, out, precision);
        }
        output.note("step %d of %s", checkpoint.step(), run.path());
    }

    private Checkpoint checkpoint(RunFolder run) {
        List<Checkpoint> all = Checkpoint.of(run);
        if (all.isEmpty()) {
            throw new IllegalArgumentException(run.path() + " has no checkpoint yet");
        }
        return step == null
                ? all.get(all.size() - 1)
                : all.stream()
                        .filter(checkpoint -> checkpoint.step() == step)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "%s has no checkpoint of step %d, but of %s; fork it at that step to get one"
                                        .formatted(
                                                run.path(),
                                                step,
                                                all.stream()
                                                        .map(checkpoint -> String.valueOf(checkpoint.step()))
                                                        .collect(Collectors.joining(", ")))));
    }

    /** The folder whose shape and tokenizer the run's weights have. */
    private static Path startingModel(Recipe recipe) {
        boolean fromBase = Catalogue.method(recipe.method().id())
                .map(card -> card.needs().contains(MethodCard.Need.BASE_MODEL))
                .orElse(false);
        return Path.of(fromBase ? recipe.model().base() : recipe.model().target());
    }
}
