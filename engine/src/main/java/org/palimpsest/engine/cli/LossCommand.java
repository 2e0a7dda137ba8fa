package org.palimpsest.engine.cli;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.data.BatchRows;
import org.palimpsest.engine.method.GradientSession;
import org.palimpsest.engine.method.LearningRate;
import org.palimpsest.engine.method.Methods;
import org.palimpsest.engine.method.TrainingPlan;
import org.palimpsest.engine.method.TrainingSets;
import org.palimpsest.engine.method.UnlearningContext;
import org.palimpsest.engine.method.UnlearningMethod;
import org.palimpsest.engine.method.UnlearningSession;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.tensor.AdamW;
import org.palimpsest.engine.text.SameTokenizer;
import org.palimpsest.engine.text.Tokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The loss of a method on one batch. */
@Command(
        name = "loss",
        description = "Computes a method's loss on one batch, its terms and the norm of its gradient.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest loss npo --model now --reference target --forget forget.jsonl --retain retain.jsonl \\",
            "      --rows-forget 0-7 --rows-retain 0-7 --set beta=0.1 --json",
            "",
            "With --json: {\"loss\", \"forget\", \"retain\", \"gradientNorm\"}; a term the method does not have is 0.",
            "Rows are counted from 0; ranges have both ends. Without them the batch is the whole file."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LossCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private Computing computing;

    @Mixin
    private GivenSettings settings;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "METHOD", description = "Id of a method; \"palimpsest methods\" lists them.")
    private String method;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The model as it is now.")
    private Path model;

    @Option(
            names = "--reference",
            paramLabel = "DIR",
            description = "The frozen target that a preference is measured from.")
    private Path reference;

    @Option(names = "--forget", paramLabel = "FILE", description = "What is to be forgotten.")
    private Path forget;

    @Option(names = "--retain", paramLabel = "FILE", description = "What is to be kept.")
    private Path retain;

    @Option(
            names = "--alternate",
            paramLabel = "FILE",
            description =
                    "Other answers, row by row beside the forget file; or a text file of refusals, taken in turns.")
    private Path alternate;

    @Option(names = "--rows-forget", paramLabel = "ROWS", description = "Rows of forget and alternate file: 0,5,10-12.")
    private String forgetRows;

    @Option(names = "--rows-retain", paramLabel = "ROWS", description = "Rows of the retain file.")
    private String retainRows;

    @Override
    public Integer call() throws IOException {
        UnlearningMethod chosen = method();
        chosen.card().needs().forEach(this::require);
        Settings values = settings.of(chosen.card());
        ModelFolder.config(model);
        try (Tokenizer tokenizer = Tokenizer.open(model)) {
            requireFits(tokenizer, model);
            TrainingSets sets = new ExampleFiles(forget, retain, alternate, forgetRows, retainRows)
                    .read(tokenizer, model, remark -> output.note("%s", remark));
            Device device = computing.open();
            Path frozen = reference == null ? model : reference;
            requireFits(tokenizer, frozen);
            requireSameRows(frozen);
            tokenizer.remarks().forEach(output::tell);
            try (DecoderModel target = ModelFolder.load(frozen, device, output::tell)) {
                tell(measure(chosen, values, sets, ModelFolder.load(model, device, output::tell), target));
            }
        }
        return ExitStatus.OK;
    }

    private UnlearningMethod method() {
        if (Catalogue.method(method).isEmpty()) {
            throw new IllegalArgumentException("no method is named \"%s\"; there are %s"
                    .formatted(
                            method, Catalogue.methods().stream().map(Card::id).collect(Collectors.joining(", "))));
        }
        return Methods.byId(method);
    }

    private void require(MethodCard.Need need) {
        switch (need) {
            case FORGET_SET -> require("--forget", forget);
            case RETAIN_SET -> require("--retain", retain);
            case ALTERNATES -> require("--alternate", alternate);
            case REFERENCE_MODEL -> require("--reference", reference);
            case BASE_MODEL -> {
                // The model that is being trained stands for it.
            }
        }
    }

    private void require(String option, Path given) {
        if (given == null) {
            throw new ParameterException(
                    command.commandLine(), "method \"%s\" needs the option %s".formatted(method, option));
        }
    }

    private static void requireFits(Tokenizer tokenizer, Path folder) throws IOException {
        tokenizer.requireFits(ModelFolder.config(folder).vocabularySize(), folder);
        SameTokenizer.require(tokenizer, folder);
    }

    /** A loss compares distributions row by row. */
    private void requireSameRows(Path frozen) throws IOException {
        int rows = ModelFolder.config(model).vocabularySize();
        int others = ModelFolder.config(frozen).vocabularySize();
        if (rows != others) {
            throw new IllegalArgumentException(
                    "the model in %s has %d rows of vocabulary and the one in %s has %d, but a loss compares them row by row; give models of one vocabulary"
                            .formatted(model, rows, frozen, others));
        }
    }

    /** The session owns and closes {@code working}. */
    private static Map<String, Double> measure(
            UnlearningMethod method, Settings settings, TrainingSets sets, DecoderModel working, DecoderModel target) {
        int size = Math.max(1, Math.max(sets.forget().size(), sets.retain().size()));
        TrainingPlan plan = new TrainingPlan(
                1,
                size,
                size,
                new LearningRate(0, LearningRate.Shape.CONSTANT, 0, 1),
                new AdamW.Settings(0.9, 0.999, 1e-8, 0),
                0,
                0);
        try (UnlearningSession session = method.open(new UnlearningContext(working, target, sets, plan, settings))) {
            if (!(session instanceof GradientSession gradient)) {
                throw new IllegalArgumentException("method \"%s\" has no loss on a batch"
                        .formatted(method.card().id()));
            }
            boolean forgets = method.card().needs().contains(MethodCard.Need.FORGET_SET);
            int forgetRows = forgets ? sets.forget().size() : 0;
            return gradient.lossOf(new BatchRows(
                    all(forgetRows),
                    all(sets.retain().size()),
                    new int[sets.alternates().isPresent() ? forgetRows : 0]));
        }
    }

    private static int[] all(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    private void tell(Map<String, Double> measured) {
        Map<String, Double> result = new LinkedHashMap<>();
        for (String key : new String[] {"loss", "forget", "retain", "gradientNorm"}) {
            result.put(key, measured.getOrDefault(key, 0.0));
        }
        if (output.json()) {
            output.print(result);
        } else {
            Facts.lines(result).forEach(output::line);
        }
    }
}
