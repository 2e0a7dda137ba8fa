package org.palimpsest.engine.recipe;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.palimpsest.engine.fault.JsonFault;

/** Reads recipes and says of a bad one, for every mistake, where it is and what to do. */
public final class RecipeReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private RecipeReader() {}

    /**
     * The recipe in {@code file}, its relative paths taken from the file's folder.
     *
     * @throws RecipeException if the file cannot be read, is no JSON, or asks for something that cannot be run
     */
    public static Recipe read(Path file) {
        return readAsWritten(file).resolvedAgainst(file.toAbsolutePath().getParent());
    }

    /**
     * The recipe in {@code file} with its paths as they stand there, for editing.
     *
     * @throws RecipeException as for {@link #read}
     */
    public static Recipe readAsWritten(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw failed(file.toString(), "there is no such file. Give the path of a recipe.", e);
        } catch (CharacterCodingException e) {
            throw failed(file.toString(), "the file is not UTF-8 text. Save it as UTF-8.", e);
        } catch (IOException e) {
            throw failed(file.toString(), "the file cannot be read (" + e + ").", e);
        }
        // Some editors put a byte order mark in front of UTF-8, which is no part of the JSON.
        return parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, file.toString());
    }

    /**
     * The recipe in a text.
     *
     * @param source what to call the text in messages, usually a file
     * @throws RecipeException as for {@link #read}
     */
    public static Recipe parse(String text, String source) {
        try {
            JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new RecipeException(source, List.of(broken(e)), e);
        }
        if (text.isBlank()) {
            throw failed(source, "the file is empty. Expected a JSON object with model, data and method.", null);
        }
        JsonNode document = JsonNodes.readTree(JSON, text, LocationJsonNodeFactoryFactory.getInstance());
        refuse(source, document, newer(document));
        refuse(source, document, HalfCharacters.in(document));
        refuse(source, document, RecipeSchema.problems(document));
        Recipe recipe;
        try {
            recipe = JSON.treeToValue(document, Recipe.class);
        } catch (JsonProcessingException e) {
            throw failed(source, JsonFault.of(e).reason(), e);
        }
        refuse(source, document, RecipeCheck.problems(recipe));
        return recipe;
    }

    /** A recipe of a later version may have keys that cannot be known here, so its version is all there is to say. */
    private static List<RecipeProblem> newer(JsonNode document) {
        JsonNode version = document.path("version");
        return version.isIntegralNumber() && version.asLong() > Recipe.VERSION
                ? List.of(RecipeProblem.at(
                        "/version",
                        "expected %d, found %s. The recipe was written for a newer version of Palimpsest; run it with that one."
                                .formatted(Recipe.VERSION, RecipeSchema.shortened(version))))
                : List.of();
    }

    /**
     * What was found wrong with a recipe once its files were looked at, placed in its own file as other mistakes are.
     *
     * @param problems at least one
     */
    public static RecipeException mistakes(Path file, List<RecipeProblem> problems) {
        try {
            String text = Files.readString(file);
            String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            refuse(
                    file.toString(),
                    JsonNodes.readTree(JSON, plain, LocationJsonNodeFactoryFactory.getInstance()),
                    problems);
        } catch (RecipeException told) {
            return told;
        } catch (IOException gone) {
            // The recipe has been read before; what is wrong can be told without its lines.
            return new RecipeException(file.toString(), problems, gone);
        }
        return new RecipeException(file.toString(), problems);
    }

    private static void refuse(String source, JsonNode document, List<RecipeProblem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        throw new RecipeException(
                source,
                problems.stream()
                        .map(problem -> placed(document, problem))
                        .sorted(Comparator.comparingInt(RecipeProblem::line).thenComparingInt(RecipeProblem::column))
                        .toList());
    }

    /** Line and column of the problem's place, or of the nearest object around it when it speaks of something absent. */
    private static RecipeProblem placed(JsonNode document, RecipeProblem problem) {
        String pointer = problem.pointer();
        JsonNode node = document.at(pointer);
        while (node.isMissingNode()) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
            node = document.at(pointer);
        }
        JsonLocation location = JsonNodes.tokenLocationOf(node);
        return problem.placed(location.getLineNr(), location.getColumnNr());
    }

    private static RecipeProblem broken(JsonProcessingException e) {
        JsonFault fault = JsonFault.of(e);
        return new RecipeProblem(
                "",
                fault.line(),
                fault.column(),
                "this is not valid JSON: " + fault.reason() + ". Mend it just before this place.");
    }

    private static RecipeException failed(String source, String message, Throwable cause) {
        return new RecipeException(source, List.of(RecipeProblem.at("", message)), cause);
    }
}
