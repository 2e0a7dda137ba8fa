package org.palimpsest.app.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.app.form.NumberText;
import org.palimpsest.app.text.CommandText;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.process.CommandLines;
import org.palimpsest.engine.recipe.Recipe;

/** An attack as the command line and as the part of a recipe that do the same. */
final class AttackTexts {
    private static final JsonMapper JSON = new JsonMapper();

    private AttackTexts() {}

    /** The {@code attacks} of a recipe that runs this one at its end. */
    static String recipe(String attack, Map<String, Object> settings) {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("id", attack);
        choice.put("settings", settings);
        try {
            return "\"attacks\": " + JSON.writerWithDefaultPrettyPrinter().writeValueAsString(List.of(choice)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings that cannot be written: " + settings, e);
        }
    }

    /**
     * The command line.
     *
     * @param at its step null: a line for the worker of a run at work
     * @param differing only settings unlike their defaults
     */
    static String command(RunAt at, Recipe recipe, String attack, Map<String, Object> differing) {
        Path run = at.folder().path();
        if (at.step() == null) {
            String line = CommandLines.line(new RunCommand.AttackNow(attack, differing));
            return CommandText.of(List.of("printf", "%s\\n", line)) + " >> "
                    + CommandText.of(List.of(at.folder().commands().toString())) + "\n";
        }
        String model = run + "-step-" + at.step();
        List<String> words = new ArrayList<>(List.of("palimpsest", "attack", attack, "--model", model));
        add(words, "--target", recipe.model().target());
        add(words, "--reference", recipe.model().reference());
        add(
                words,
                "--forget",
                recipe.data().forget() == null ? null : recipe.data().forget().path());
        add(
                words,
                "--retain",
                recipe.data().retain() == null ? null : recipe.data().retain().path());
        add(words, "--seed", String.valueOf(recipe.training().seed()));
        differing.forEach((name, value) -> add(words, "--set", name + "=" + text(value)));
        return CommandText.of(List.of(
                        "palimpsest",
                        "model",
                        "export",
                        run.toString(),
                        "--step",
                        at.step().toString(),
                        "--out",
                        model))
                + "\n"
                + CommandText.of(words)
                + "\n";
    }

    private static void add(List<String> words, String option, String value) {
        if (value != null) {
            words.add(option);
            words.add(value);
        }
    }

    private static String text(Object value) {
        return value instanceof Number number ? NumberText.of(number.doubleValue()) : String.valueOf(value);
    }
}
