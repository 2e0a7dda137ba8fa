package org.palimpsest.engine.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run's numbers were made from, so that numbers of different things are not read as if they were of one. Empty texts where it
 * is not known.
 *
 * @param forget the forget set: the digest of its file, or its path where version 0.1 noted no digest, with the rows taken of it
 * @param measured the same of the questions that forgetting is measured on
 * @param target digests of the target's weights, or its folder
 * @param reference the same of the retained reference
 */
public record RunOrigins(String forget, String measured, String target, String reference) {
    /** Nothing is known. */
    public static final RunOrigins UNKNOWN = new RunOrigins("", "", "", "");

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads them from a run's folder.
     *
     * @throws IOException if a file cannot be read
     */
    public static RunOrigins read(RunFolder folder) throws IOException {
        JsonNode recipe = json(folder.recipe());
        JsonNode files = json(folder.inputs()).path("files");
        JsonNode data = recipe.path("data");
        boolean apart = data.path("forgetEvaluation").path("path").isTextual();
        return new RunOrigins(
                set(files, data, "forget"),
                set(files, data, apart ? "forgetEvaluation" : "forget"),
                model(files, recipe, "target"),
                model(files, recipe, "reference"));
    }

    /** Whether the retained reference is the target itself. */
    public boolean comparesWithItself() {
        return !reference.isEmpty() && reference.equals(target);
    }

    private static String set(JsonNode files, JsonNode data, String role) {
        JsonNode source = data.path(role);
        if (!source.path("path").isTextual()) {
            return "";
        }
        String content = files.path("data." + role)
                .path("sha256")
                .asText(source.path("path").asText());
        String rows = source.path("rows").asText("");
        String columns =
                source.path("columns").isEmpty() ? "" : source.path("columns").toString();
        return String.join(" ", content, rows, columns);
    }

    private static String model(JsonNode files, JsonNode recipe, String role) {
        List<String> weights = files.properties().stream()
                .filter(file -> file.getKey().startsWith("model." + role + "/"))
                .filter(file -> file.getKey().endsWith(".safetensors"))
                .map(file -> file.getValue().path("sha256").asText())
                .sorted()
                .toList();
        String folder = recipe.path("model").path(role).asText("");
        return weights.isEmpty() ? folder : String.join(" ", weights);
    }

    private static JsonNode json(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return JSON.missingNode();
        }
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            // Whoever goes on with the run is told that it is damaged; its numbers can be shown all the same.
            return JSON.missingNode();
        }
    }

    /** Whether runs are known to differ in one of these; what is not known differs from nothing. */
    public static boolean differ(Stream<String> origins) {
        return origins.filter(origin -> !origin.isEmpty()).distinct().count() > 1;
    }
}
