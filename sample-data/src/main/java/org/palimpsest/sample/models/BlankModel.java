package org.palimpsest.sample.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.palimpsest.sample.authors.FictionalAuthors;
import org.palimpsest.sample.tokenizer.SampleTokenizer;
import org.palimpsest.sample.tokenizer.TokenizerFiles;

/** A model folder without weights: shape, generation settings and tokenizer, which all three models share. */
final class BlankModel {
    private static final List<String> SHAPE_FILES = List.of("config.json", "generation_config.json");

    private BlankModel() {}

    /** Writes the folder, which is made if absent; the tokenizer is trained anew. */
    static void write(FictionalAuthors authors, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : SHAPE_FILES) {
            try (InputStream in = BlankModel.class.getResourceAsStream("/org/palimpsest/sample/shape/" + name)) {
                Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        TokenizerFiles.write(SampleTokenizer.train(authors), SampleTokenizer.LONGEST, folder);
    }
}
