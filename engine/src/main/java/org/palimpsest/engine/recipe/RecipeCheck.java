package org.palimpsest.engine.recipe;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.card.SettingException;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.fault.Excerpt;

/** What the schema cannot know: whether ids have cards, settings fit them, and the method's needs are met. */
public final class RecipeCheck {
    private final Recipe recipe;
    private final List<RecipeProblem> problems = new ArrayList<>();

    private RecipeCheck(Recipe recipe) {
        this.recipe = recipe;
    }

    /**
     * Everything that keeps {@code recipe} from being run, so that a form can mark its fields; empty if nothing does. Files
     * are not looked at.
     */
    public static List<RecipeProblem> problems(Recipe recipe) {
        return new RecipeCheck(recipe).run();
    }

    private List<RecipeProblem> run() {
        MethodChoice method = recipe.method();
        settings("/method", "method", method.id(), method.settings(), Catalogue.methods());
        for (int i = 0; i < method.wrap().size(); i++) {
            add(
                    "/method/wrap/" + i,
                    "unknown wrapper \"" + method.wrap().get(i) + "\". Remove it; there are none yet.");
        }
        Catalogue.method(method.id()).ifPresent(this::needs);
        for (int i = 0; i < recipe.probes().size(); i++) {
            ProbeChoice probe = recipe.probes().get(i);
            settings("/probes/" + i, "probe", probe.id(), probe.settings(), Catalogue.probes());
        }
        for (int i = 0; i < recipe.evaluation().metrics().size(); i++) {
            MetricChoice metric = recipe.evaluation().metrics().get(i);
            settings("/evaluation/metrics/" + i, "metric", metric.id(), metric.settings(), Catalogue.metrics());
        }
        for (int i = 0; i < recipe.attacks().size(); i++) {
            AttackChoice attack = recipe.attacks().get(i);
            settings("/attacks/" + i, "attack", attack.id(), attack.settings(), Catalogue.attacks());
        }
        paths();
        columns();
        Training training = recipe.training();
        if (training.microBatch() > training.batch()) {
            add(
                    "/training/microBatch",
                    "expected at most batch (%d), found %d. Lower microBatch or raise batch."
                            .formatted(training.batch(), training.microBatch()));
        }
        return List.copyOf(problems);
    }

    private void paths() {
        Models model = recipe.model();
        path("/model/target", model.target());
        path("/model/reference", model.reference());
        path("/model/base", model.base());
        DataSets data = recipe.data();
        path("forget", data.forget());
        path("retain", data.retain());
        path("holdout", data.holdout());
        path("alternates", data.alternates());
        path("forgetEvaluation", data.forgetEvaluation());
        path("retainEvaluation", data.retainEvaluation());
        path("realAuthors", data.realAuthors());
        path("worldFacts", data.worldFacts());
    }

    private void path(String set, DataSource source) {
        if (source != null) {
            path("/data/" + set + "/path", source.path());
        }
    }

    /** Some texts cannot be the name of a file at all, such as one with half a character. */
    private void path(String pointer, String path) {
        if (path == null) {
            return;
        }
        try {
            var unused = Path.of(path);
        } catch (InvalidPathException e) {
            add(pointer, "no file or folder can be called " + Excerpt.of(path) + ". Give a path that there is.");
        }
    }

    /** Fields that nobody reads would be mapped in vain. */
    private void columns() {
        DataSets data = recipe.data();
        columns("forget", data.forget(), DataSource.FIELDS);
        columns("retain", data.retain(), DataSource.FIELDS);
        columns("holdout", data.holdout(), DataSource.FIELDS);
        columns("alternates", data.alternates(), List.of("question", "answer", "text"));
        List<String> asked = DataSource.FIELDS.subList(0, DataSource.FIELDS.size() - 1);
        columns("forgetEvaluation", data.forgetEvaluation(), asked);
        columns("retainEvaluation", data.retainEvaluation(), asked);
        columns("realAuthors", data.realAuthors(), asked);
        columns("worldFacts", data.worldFacts(), asked);
    }

    private void columns(String set, DataSource source, List<String> known) {
        if (source == null) {
            return;
        }
        for (String field : source.columns().keySet()) {
            if (!known.contains(field)) {
                add(
                        "/data/%s/columns/%s"
                                .formatted(set, field.replace("~", "~0").replace("/", "~1")),
                        "unknown field \"" + field + "\"." + Nearest.suggestion(field, known) + " Known here: "
                                + String.join(", ", known) + ". (The field stands first, then the file's column.)");
            }
        }
    }

    private void settings(
            String pointer, String word, String id, Map<String, Object> given, List<? extends Card> cards) {
        Optional<? extends Card> card =
                cards.stream().filter(c -> c.id().equals(id)).findFirst();
        if (card.isEmpty()) {
            List<String> known = cards.stream().map(Card::id).toList();
            add(
                    pointer + "/id",
                    "unknown " + word + " \"" + id + "\"." + Nearest.suggestion(id, known) + " Known: "
                            + String.join(", ", known) + ".");
            return;
        }
        try {
            Settings.of(card.get(), given);
        } catch (SettingException e) {
            List<String> known =
                    card.get().hyperParameters().stream().map(p -> p.name()).toList();
            String hint = known.contains(e.key()) ? "" : Nearest.suggestion(e.key(), known);
            add(pointer + "/settings/" + e.key(), e.getMessage() + "." + hint);
        }
    }

    private void needs(MethodCard card) {
        for (MethodCard.Need need : card.needs()) {
            switch (need) {
                case FORGET_SET -> need(card, "/data/forget", recipe.data().forget(), "the facts to forget");
                case RETAIN_SET -> need(card, "/data/retain", recipe.data().retain(), "what the model shall keep");
                case ALTERNATES ->
                    need(card, "/data/alternates", recipe.data().alternates(), "refusals or alternate answers");
                case BASE_MODEL ->
                    need(card, "/model/base", recipe.model().base(), "the model before it was taught the facts");
                case REFERENCE_MODEL -> {
                    // The frozen target serves as reference, and every recipe has a target.
                }
            }
        }
    }

    private void need(MethodCard card, String pointer, Object given, String what) {
        if (given == null) {
            add(pointer, "missing, but method " + card.id() + " needs it. Name " + what + " here.");
        }
    }

    private void add(String pointer, String message) {
        problems.add(RecipeProblem.at(pointer, message));
    }
}
