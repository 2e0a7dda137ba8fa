package org.palimpsest.engine.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.model.DecoderConfig;
import org.palimpsest.engine.model.ModelInspection;
import org.palimpsest.engine.text.StopIds;
import org.palimpsest.engine.text.Tokenizer;

/** What a model's folder holds, every tensor's name and shape checked, no weight read. */
final class ModelReading {
    private ModelReading() {}

    /**
     * Reads the folder.
     *
     * @throws IOException if it holds no model that can be used; the message says why
     * @throws RuntimeException of room text if its tokenizer is broken or does not fit the model
     */
    static DeskReply.ModelFound of(long id, Path folder) throws IOException {
        ModelInspection model = ModelInspection.of(folder);
        DecoderConfig config = model.config();
        List<String> warnings = new ArrayList<>(model.remarks());
        String tokenizer = tokenizer(folder, config, warnings);
        return new DeskReply.ModelFound(
                id,
                folder.toString(),
                config.architecture().className(),
                model.parameters(),
                config.layers(),
                config.hiddenSize(),
                config.vocabularySize(),
                config.contextLength(),
                model.elementTypes().stream().sorted().collect(Collectors.joining(", ")),
                model.bytes(),
                tokenizer,
                List.copyOf(warnings));
    }

    private static String tokenizer(Path folder, DecoderConfig config, List<String> warnings) {
        if (!Files.isRegularFile(folder.resolve("tokenizer.json"))) {
            StopIds.of(folder, config.vocabularySize());
            warnings.add(
                    "there is no tokenizer.json: the model can be measured against another one's tokens, but not be trained or asked. Copy the model's tokenizer.json and tokenizer_config.json into the folder");
            return "";
        }
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            tokenizer.requireFits(config.vocabularySize(), folder);
            warnings.addAll(tokenizer.remarks());
            return "%s, %d tokens%s"
                    .formatted(
                            tokenizer.kind(),
                            tokenizer.vocabularySize(),
                            tokenizer.chatTemplate().isPresent() ? ", chat template" : "");
        }
    }
}
