package org.palimpsest.engine.fuzz;

import java.nio.file.Path;
import java.util.List;

/** Every kind of file there is, each made when it is first wanted. */
final class Suites {
    /** Names of the kinds, in the order in which they take turns. */
    static final List<String> NAMES = List.of(
            "safetensors", "config", "tokenizer", "json", "jsonl", "csv", "parquet", "recipe", "log", "checkpoint");

    private Suites() {}

    /**
     * The kinds of these names.
     *
     * @param scratch where sound folders are made
     * @param place where folders are tried
     */
    static List<Suite> of(List<String> names, Path scratch, Path place) {
        TinyModels models = new TinyModels(scratch);
        return names.stream().map(name -> suite(name, models, scratch, place)).toList();
    }

    private static Suite suite(String name, TinyModels models, Path scratch, Path place) {
        return switch (name) {
            case "safetensors" -> new SafetensorsSuite(models);
            case "config" -> new ConfigSuite(models);
            case "tokenizer" -> new TokenizerSuite(scratch);
            case "json" -> new JsonDataSuite(false);
            case "jsonl" -> new JsonDataSuite(true);
            case "csv" -> new CsvSuite();
            case "parquet" -> new ParquetSuite(scratch);
            case "recipe" -> new RecipeSuite(place);
            case "log" -> new LogSuite(place);
            case "checkpoint" -> new CheckpointSuite(place);
            default ->
                throw new IllegalArgumentException(
                        "no kind of file is called \"%s\"; there are %s".formatted(name, NAMES));
        };
    }
}
