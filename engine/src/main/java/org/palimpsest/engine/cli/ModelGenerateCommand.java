package org.palimpsest.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.Generator;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.model.Sampling;
import org.palimpsest.engine.text.PromptFormat;
import org.palimpsest.engine.text.StopIds;
import org.palimpsest.engine.text.Tokenizer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a model go on from a prompt. */
@Command(
        name = "generate",
        description = "Lets a model go on from a text, a question or token ids.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest model generate models/target --prompt \"Once upon a time\" --max-new-tokens 60",
            "  palimpsest model generate models/target --question \"Who wrote it?\"",
            "  palimpsest model generate models/target --ids 1,403,407 --temperature 0.8 --top-p 0.9 --seed 7 --json",
            "",
            "With --json: {\"ids\": [...], \"text\": ...}, the new tokens without the prompt and without the token that",
            "ended them; the text is null where the folder has no tokenizer."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelGenerateCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private Computing computing;

    @Parameters(paramLabel = "DIR", description = "A model folder.")
    private Path folder;

    @ArgGroup(multiplicity = "1")
    private Beginning beginning;

    /** What the model goes on from. */
    static final class Beginning {
        @Option(
                names = "--prompt",
                paramLabel = "TEXT",
                description = "The text as it stands, behind the tokenizer's beginning of text.")
        private String prompt;

        @Option(
                names = "--question",
                paramLabel = "TEXT",
                description =
                        "A question, put into the chat template of the tokenizer or into \"Question: ... Answer:\".")
        private String question;

        @Option(names = "--ids", split = ",", paramLabel = "ID", description = "Token ids: 1,2,3.")
        private int[] ids;
    }

    @Option(
            names = "--max-new-tokens",
            paramLabel = "N",
            description = "Most tokens to add (default: ${DEFAULT-VALUE}).")
    private int maxNewTokens = 64;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "0 takes the likeliest token, larger values draw more freely (default: ${DEFAULT-VALUE}).")
    private double temperature;

    @Option(names = "--top-k", paramLabel = "K", description = "Draw from the K likeliest tokens; 0 for all (default).")
    private int topK;

    @Option(
            names = "--top-p",
            paramLabel = "P",
            description =
                    "Draw from the likeliest tokens that reach this probability together (default: ${DEFAULT-VALUE}).")
    private double topP = 1;

    @Option(names = "--seed", paramLabel = "S", description = "Start of the drawing (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--ignore-end", description = "Go on beyond the token that ends a text.")
    private boolean ignoreEnd;

    @Override
    public Integer call() throws IOException {
        Sampling sampling = new Sampling(temperature, topK, topP);
        if (maxNewTokens < 1) {
            throw new IllegalArgumentException("--max-new-tokens must be at least 1, but is " + maxNewTokens);
        }
        ModelFolder.config(folder);
        Optional<Tokenizer> tokenizer = tokenizer();
        try (DecoderModel model = ModelFolder.load(folder, computing.open(), output::tell)) {
            tokenizer.ifPresent(t -> t.requireFits(model.config().vocabularySize(), folder));
            int[] prompt = prompt(tokenizer, model);
            Set<Integer> stops = ignoreEnd ? Set.of() : stops(tokenizer, model);
            int[] ids = generator(model, sampling, stops, tokenizer)
                    .generate(List.of(prompt), new SplittableRandom(seed))
                    .get(0);
            tell(ids, tokenizer.map(t -> t.decode(ids, true)).orElse(null));
        } finally {
            tokenizer.ifPresent(Tokenizer::close);
        }
        return ExitStatus.OK;
    }

    private Generator generator(
            DecoderModel model, Sampling sampling, Set<Integer> stops, Optional<Tokenizer> tokenizer) {
        return tokenizer.isPresent()
                ? new Generator(model, sampling, stops, tokenizer.get().sayable(), maxNewTokens)
                : new Generator(model, sampling, stops, maxNewTokens);
    }

    /** Without a tokenizer the configurations alone say where an answer ends. */
    private Set<Integer> stops(Optional<Tokenizer> tokenizer, DecoderModel model) {
        Set<Integer> stops = tokenizer.isPresent()
                ? tokenizer.get().stopIds()
                : StopIds.of(folder, model.config().vocabularySize());
        if (stops.isEmpty()) {
            output.note("%s: no token ends a text, so the answer has its greatest length", folder);
        }
        return stops;
    }

    /** Ids can do without a tokenizer, texts cannot. */
    private Optional<Tokenizer> tokenizer() {
        boolean needed = beginning.ids == null;
        return needed || Files.exists(folder.resolve("tokenizer.json"))
                ? Optional.of(Tokenizer.open(folder))
                : Optional.empty();
    }

    private int[] prompt(Optional<Tokenizer> tokenizer, DecoderModel model) {
        int[] ids = ids(tokenizer);
        if (ids.length == 0) {
            throw new IllegalArgumentException(
                    "--prompt is empty, and this tokenizer has no beginning of text to go on from");
        }
        Ids.require(ids, model.config().vocabularySize(), folder);
        int context = model.config().contextLength();
        if (ids.length >= context) {
            throw new IllegalArgumentException(
                    "the prompt has %d tokens, but the model's context has %d, which leaves no room for an answer"
                            .formatted(ids.length, context));
        }
        return ids;
    }

    private int[] ids(Optional<Tokenizer> tokenizer) {
        if (beginning.ids != null) {
            return beginning.ids;
        }
        Tokenizer words = tokenizer.orElseThrow();
        return beginning.question != null
                ? PromptFormat.of(words).prompt(words, beginning.question)
                : raw(words, beginning.prompt);
    }

    private static int[] raw(Tokenizer tokenizer, String text) {
        int[] first = tokenizer.beginning();
        int[] ids = tokenizer.encode(text, false);
        int[] all = Arrays.copyOf(first, first.length + ids.length);
        System.arraycopy(ids, 0, all, first.length, ids.length);
        return all;
    }

    private void tell(int[] ids, String text) {
        if (output.json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("ids", ids);
            document.put("text", text);
            output.print(document);
        } else if (text == null) {
            output.line("%s", Arrays.toString(ids));
        } else {
            output.text(text);
        }
    }
}
