package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Recipes: keys of other types, out of bounds, unknown, twice or left out; other texts; damage. Accepted ones are run to their end. */
final class RecipeSuite implements Suite {
    private static final String FILE = "recipe.json";

    private final Path place;
    private final Base base;

    RecipeSuite(Path place) {
        this.place = place;
        try {
            base = new Base(
                    "recipe",
                    TinyRuns.workspace(place),
                    Question.sentenceOf("run", "{}/recipe.json", "--out", "{}/runs/one", "--json"),
                    Question.of(SubjectMain.Task.HISTORY, "{}/runs/one"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "recipe";
    }

    @Override
    public Trial draw(Random random) {
        ObjectNode recipe = OddJson.object(base.files().text(FILE));
        return new Trial(
                base,
                switch (random.nextInt(9)) {
                    case 0, 1 -> {
                        JsonPointer place = Draw.one(random, OddJson.members(recipe));
                        String raw = OddJson.ofAnotherType(random, recipe.at(place));
                        boolean empty = raw.equals("{}") || raw.equals("[]");
                        yield mutation(
                                "%s is %s".formatted(place, raw),
                                OddJson.with(recipe, place, raw),
                                empty ? Allowed.ANYTHING : Allowed.SAME_OR_REFUSED);
                    }
                    case 2, 3 -> oddNumber(random, recipe);
                    case 4 -> oddText(random, recipe);
                    case 5 -> unknown(random, recipe);
                    case 6 -> {
                        JsonPointer place = Draw.one(random, OddJson.members(recipe));
                        yield random.nextBoolean()
                                ? mutation(place + " left out", OddJson.without(recipe, place), Allowed.ANYTHING)
                                : mutation(
                                        place + " is null",
                                        OddJson.with(recipe, place, "null"),
                                        Allowed.like(base.files().with(FILE, OddJson.without(recipe, place))));
                    }
                    case 7 -> {
                        OddJson.Changed rewritten = OddJson.rewritten(random, recipe);
                        yield mutation(rewritten.what(), rewritten.text(), Allowed.SAME);
                    }
                    default -> damaged(random, recipe);
                });
    }

    /** Files that a recipe names are complained of by their own names, wherever the recipe sends the program. */
    private Mutation mutation(String what, String text, Allowed allowed) {
        return new Mutation(
                what,
                base.files().with(FILE, text),
                List.of(FILE, place.getParent().toString(), "/dev/null"),
                allowed);
    }

    private Mutation oddNumber(Random random, ObjectNode recipe) {
        List<JsonPointer> numbers = OddJson.members(recipe).stream()
                .filter(place -> recipe.at(place).isNumber())
                .toList();
        JsonPointer place = Draw.one(random, numbers);
        // A run of very many steps is sound, and nobody waits for it.
        String raw = place.toString().endsWith("/steps")
                ? Draw.one(random, "-1", "0", "0.5", "1e400", "NaN", "9223372036854775808", "2.0", "-0.0")
                : OddJson.oddNumber(random);
        return mutation("%s is %s".formatted(place, raw), OddJson.with(recipe, place, raw), Allowed.ANYTHING);
    }

    private Mutation oddText(Random random, ObjectNode recipe) {
        List<JsonPointer> texts = OddJson.members(recipe).stream()
                .filter(place -> recipe.at(place).isTextual())
                .toList();
        JsonPointer place = Draw.one(random, texts);
        String raw = Draw.one(
                random,
                "\"\"",
                "\" \"",
                "\"\\u0000\"",
                "\"\\u001b[2J\\u0007\"",
                "\"\\ud83d\"",
                "\"nothing\"",
                "\"..\"",
                "\"/dev/null\"",
                "\".\"",
                "\"NPO\"",
                "\"npo \"",
                "\"" + "x".repeat(5000) + "\"",
                "\"recipe.json\"",
                "\"target/model.safetensors\"",
                "\"%s %d %n\"");
        return mutation(
                "%s is %s".formatted(place, raw.length() > 60 ? raw.substring(0, 60) + "…" : raw),
                OddJson.with(recipe, place, raw),
                Allowed.ANYTHING);
    }

    /** A key that nobody reads must not look as if it did something. */
    private Mutation unknown(Random random, ObjectNode recipe) {
        List<JsonPointer> places = OddJson.members(recipe);
        JsonPointer place = Draw.one(random, places);
        String name = place.last().getMatchingProperty();
        JsonNode value = recipe.at(place);
        if (random.nextBoolean()) {
            String raw = value.isNumber()
                    ? Long.toString(value.asLong() + 1)
                    : OddJson.write(value).replace("o", "oo");
            return mutation(
                    "%s twice, the second time %s".formatted(place, raw),
                    OddJson.twice(recipe, place, raw),
                    Allowed.TOLD_OR_REFUSED);
        }
        String other = Draw.one(
                random, name + "s", name.toUpperCase(java.util.Locale.ROOT), name + " ", "_" + name, "learning_rate");
        JsonPointer beside = place.head().appendProperty(other);
        return mutation(
                beside + " is there too", OddJson.with(recipe, beside, OddJson.write(value)), Allowed.TOLD_OR_REFUSED);
    }

    private Mutation damaged(Random random, ObjectNode recipe) {
        String text = OddJson.write(recipe);
        return switch (random.nextInt(4)) {
            case 0 -> {
                Bytes.Changed imposter = Bytes.imposter(random);
                yield new Mutation(
                        imposter.what() + " instead",
                        base.files().with(FILE, imposter.bytes()),
                        List.of(FILE),
                        Allowed.TOLD_OR_REFUSED);
            }
            case 1 -> {
                Bytes.Changed accident = Bytes.accident(
                        random, base.files().bytes(FILE), 0, base.files().bytes(FILE).length);
                yield new Mutation(
                        accident.what(),
                        base.files().with(FILE, accident.bytes()),
                        List.of(FILE, "/tried"),
                        Allowed.ANYTHING);
            }
            default -> {
                OddJson.Changed broken = OddJson.broken(random, text);
                yield mutation(broken.what(), broken.text(), Allowed.TOLD_OR_REFUSED);
            }
        };
    }
}
