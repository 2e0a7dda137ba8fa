package org.palimpsest.app.worker;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What a file or folder seems to be, before anything in it is checked. */
public enum ThingKind {
    MODEL,
    DATA,
    RECIPE,
    RUN;

    private static final JsonMapper JSON = new JsonMapper();
    private static final int HEAD = 1 << 16;
    private static final Set<String> DATA_ENDINGS =
            Set.of("json", "jsonl", "ndjson", "csv", "tsv", "tab", "parquet", "pq", "txt");
    private static final Set<String> PACKED_ENDINGS = Set.of("gz", "zst");

    /**
     * What {@code path} is to be checked as. A folder with a recipe is a run, any other a model; a JSON file that speaks of a model and
     * a method is a recipe, broken or not; every other file is data, and whoever reads it says what is wrong with it.
     */
    public static ThingKind of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return Files.exists(path.resolve("recipe.json")) ? RUN : MODEL;
        }
        return ending(path).equals("json") && isRecipe(path) ? RECIPE : DATA;
    }

    /** Whether a file's name is one that data usually have. */
    static boolean mayBeData(Path file) {
        String name = file.getFileName().toString();
        boolean packed = PACKED_ENDINGS.contains(ending(file)) && name.lastIndexOf('.') > 0;
        return DATA_ENDINGS.contains(ending(packed ? Path.of(name.substring(0, name.lastIndexOf('.'))) : file));
    }

    static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isRecipe(Path file) throws IOException {
        if (Files.size(file) > HEAD) {
            return false;
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        if (!text.stripLeading().startsWith("{")) {
            return false;
        }
        Set<String> keys = new HashSet<>();
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                keys.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (IOException e) {
            // Broken before its end: what it was meant to be shows in the words it has.
            return text.contains("\"method\"") && (text.contains("\"model\"") || text.contains("\"data\""));
        }
        return keys.contains("method") && (keys.contains("model") || keys.contains("data"));
    }
}
