package org.palimpsest.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.palimpsest.engine.model.DecoderConfig;
import org.palimpsest.engine.model.ModelInspection;
import org.palimpsest.engine.text.StopIds;
import org.palimpsest.engine.text.Tokenizer;
import org.palimpsest.engine.text.TokenizerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a model folder holds. */
@Command(
        name = "inspect",
        description =
                "Says what a model folder holds, and checks every tensor's name and shape without reading the weights.",
        footerHeading = "%nExamples:%n",
        footer = "  palimpsest model inspect models/target",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelInspectCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(paramLabel = "DIR", description = "A model folder.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        ModelInspection model = ModelInspection.of(folder);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("folder", folder.toAbsolutePath().normalize().toString());
        describe(model, facts);
        facts.put("tokenizer", tokenizer(model.config()));
        if (output.json()) {
            facts.put("remarks", model.remarks());
            output.print(facts);
        } else {
            Facts.lines(facts).forEach(output::line);
            model.remarks().forEach(remark -> output.line("remark: %s", remark));
        }
        return ExitStatus.OK;
    }

    private static void describe(ModelInspection model, Map<String, Object> facts) {
        DecoderConfig config = model.config();
        facts.put("architecture", config.architecture().className());
        facts.put("modelType", config.architecture().modelType());
        facts.put("parameters", model.parameters());
        facts.put("storedAs", model.elementTypes().stream().sorted().toList());
        facts.put("bytes", model.bytes());
        facts.put("vocabularySize", config.vocabularySize());
        facts.put("hiddenSize", config.hiddenSize());
        facts.put("layers", config.layers());
        facts.put("heads", config.heads());
        facts.put("keyValueHeads", config.keyValueHeads());
        facts.put("headSize", config.headSize());
        facts.put("intermediateSize", config.intermediateSize());
        facts.put("contextLength", config.contextLength());
        facts.put("activation", config.activation());
        facts.put("tiedEmbeddings", config.tiedEmbeddings());
        facts.put("positions", config.learnedPositions() ? "learned" : "rotary");
        facts.put("slidingWindows", config.slidingWindows().stream().anyMatch(window -> window > 0));
    }

    /** What the folder's tokenizer is; a folder without one is fit for token ids only. */
    private Map<String, Object> tokenizer(DecoderConfig config) {
        Map<String, Object> facts = new LinkedHashMap<>();
        boolean present = Files.isRegularFile(folder.resolve("tokenizer.json"));
        facts.put("present", present);
        if (!present) {
            facts.put(
                    "stopIds",
                    StopIds.of(folder, config.vocabularySize()).stream()
                            .sorted()
                            .toList());
            return facts;
        }
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            facts.put("vocabularySize", tokenizer.vocabularySize());
            String problem = problem(tokenizer, config.vocabularySize());
            facts.put("fitsModel", problem.isEmpty());
            if (!problem.isEmpty()) {
                facts.put("problem", problem);
            }
            facts.put("idsWithoutToken", tokenizer.idsWithoutToken(config.vocabularySize()));
            facts.put(
                    "textBeginsWith",
                    Arrays.stream(tokenizer.beginning())
                            .mapToObj(tokenizer::token)
                            .toList());
            facts.put("beginningOfText", token(tokenizer, tokenizer.bosId()));
            facts.put("endOfText", token(tokenizer, tokenizer.eosId()));
            facts.put("padding", token(tokenizer, tokenizer.padId()));
            facts.put("stopIds", tokenizer.stopIds().stream().sorted().toList());
            facts.put("chatTemplate", tokenizer.chatTemplate().isPresent());
            facts.put("remarks", tokenizer.remarks());
        }
        return facts;
    }

    private String problem(Tokenizer tokenizer, int vocabulary) {
        try {
            tokenizer.requireFits(vocabulary, folder);
            return "";
        } catch (TokenizerException e) {
            return e.getMessage();
        }
    }

    private static String token(Tokenizer tokenizer, OptionalInt id) {
        return id.isEmpty() || id.getAsInt() >= tokenizer.vocabularySize() ? null : tokenizer.token(id.getAsInt());
    }
}
