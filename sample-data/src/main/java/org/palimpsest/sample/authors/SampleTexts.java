package org.palimpsest.sample.authors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The data set as files. Names and keys are TOFU's: plain files hold question and answer, {@code _perturbed} ones also
 * paraphrases and wrong answers; one JSON object a line.
 */
public final class SampleTexts {

    /** Rows of {@code retain_perturbed}: the first ten authors of {@code full}. */
    private static final int RETAIN_SAMPLE = 10 * FictionalAuthors.FACTS_PER_AUTHOR;

    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleTexts() {}

    /** Every file by its name. */
    public static Map<String, String> files(FictionalAuthors authors) {
        Map<String, String> files = new LinkedHashMap<>();
        perturbed(files, "full", authors.full());
        for (int percent : List.of(5, 10)) {
            perturbed(files, "forget%02d".formatted(percent), authors.forget(percent));
            plain(files, "retain" + (100 - percent), authors.retain(100 - percent));
        }
        files.put("retain_perturbed.jsonl", lines(authors.full().subList(0, RETAIN_SAMPLE)));
        perturbed(files, "holdout", authors.holdout());
        files.put(
                "base.jsonl",
                lines(authors.base().stream()
                        .flatMap(fact -> Stream.of(fact.plain(), fact.paraphrase()))
                        .toList()));
        files.put(
                "real_authors_perturbed.jsonl",
                lines(authors.knownAuthors().stream().map(AuthorFact::choice).toList()));
        files.put(
                "world_facts.jsonl",
                lines(authors.worldFacts().stream().map(ChoiceFact::plain).toList()));
        files.put("world_facts_perturbed.jsonl", lines(authors.worldFacts()));
        files.put("idontknow.txt", String.join("\n", authors.refusals()) + "\n");
        return files;
    }

    /** Writes every file into {@code folder}, which is made if absent. */
    public static void write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file :
                    files(FictionalAuthors.generate()).entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sample texts cannot be written into " + folder, e);
        }
    }

    private static void perturbed(Map<String, String> files, String name, List<AuthorFact> facts) {
        plain(files, name, facts);
        files.put(name + "_perturbed.jsonl", lines(facts));
    }

    private static void plain(Map<String, String> files, String name, List<AuthorFact> facts) {
        files.put(name + ".jsonl", lines(facts.stream().map(AuthorFact::plain).toList()));
    }

    private static String lines(List<?> rows) {
        StringBuilder text = new StringBuilder();
        for (Object row : rows) {
            try {
                text.append(JSON.writeValueAsString(row)).append('\n');
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException("Row " + row + " cannot be put into JSON", e);
            }
        }
        return text.toString();
    }
}
