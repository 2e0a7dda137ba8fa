package org.palimpsest.app.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.palimpsest.app.text.Amounts;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.worker.FoundWords;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.Recipe;

/** Puts what was found into words: a line for the list, facts for the detail. */
final class LibraryWords {
    private final Messages words = Messages.of("library");
    private final Amounts amounts = new Amounts();
    private final FoundWords found = new FoundWords();

    /** One line; empty for what has not been looked into. */
    String line(LibraryItem item) {
        if (!item.present()) {
            return words.get("line.gone");
        }
        if (item.run().isPresent()) {
            return line(item.run().get());
        }
        return item.found().map(found::line).orElse("");
    }

    private String line(RunEntry run) {
        return words.get(
                "line.run",
                words.get("state." + run.summary().state()),
                methodName(run.summary().method()),
                run.summary().step(),
                run.summary().totalSteps());
    }

    List<Fact> facts(DeskReply reply) {
        List<Fact> facts = new ArrayList<>();
        if (reply instanceof DeskReply.ModelFound model) {
            add(facts, "architecture", model.architecture());
            add(facts, "parameters", words.get("parameters", model.parameters(), amounts.count(model.parameters())));
            add(facts, "layers", words.get("layers", model.layers(), model.hiddenSize()));
            add(facts, "vocabulary", words.get("tokens", model.vocabularySize()));
            add(facts, "context", words.get("tokens", model.contextLength()));
            add(facts, "tokenizer", model.tokenizer().isEmpty() ? words.get("none") : model.tokenizer());
            add(facts, "weights", words.get("weights", model.weightType(), amounts.bytes(model.bytes())));
        } else if (reply instanceof DeskReply.DataFound data) {
            add(facts, "format", data.format());
            add(facts, "rows", words.get("number", data.rows()));
            add(facts, "columns", String.join(", ", data.columns()));
            add(facts, "fields", fields(data.fields()));
        }
        return facts;
    }

    /** What a person should know before using it. */
    static List<String> warnings(DeskReply reply) {
        if (reply instanceof DeskReply.ModelFound model) {
            return model.warnings();
        }
        return reply instanceof DeskReply.DataFound data ? data.warnings() : List.of();
    }

    private String fields(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey().equals(field.getValue())
                        ? field.getKey()
                        : words.get("field.mapped", field.getKey(), field.getValue()))
                .collect(Collectors.joining(", "));
    }

    List<Fact> facts(Recipe recipe) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "method", methodName(recipe.method().id()));
        add(facts, "settings", settings(recipe.method().settings()));
        add(facts, "target", recipe.model().target());
        add(facts, "reference", recipe.model().reference());
        add(facts, "forget", path(recipe.data().forget()));
        add(facts, "retain", path(recipe.data().retain()));
        add(
                facts,
                "training",
                recipe.training().steps() == null
                        ? words.get(
                                "training.epochs",
                                recipe.training().epochs(),
                                recipe.training().batch(),
                                String.valueOf(recipe.training().learningRate()))
                        : words.get(
                                "training.steps",
                                recipe.training().steps(),
                                recipe.training().batch(),
                                String.valueOf(recipe.training().learningRate())));
        add(facts, "probes", ids(recipe.probes().stream().map(probe -> name(Catalogue.probes(), probe.id()))));
        add(facts, "benchmark", recipe.evaluation().benchmark());
        add(facts, "attacks", ids(recipe.attacks().stream().map(attack -> name(Catalogue.attacks(), attack.id()))));
        return facts;
    }

    List<Fact> facts(RunEntry run) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "state", words.get("state." + run.summary().state()));
        add(facts, "method", methodName(run.summary().method()));
        add(facts, "step", words.get("step", run.summary().step(), run.summary().totalSteps()));
        if (Double.isFinite(run.summary().loss())) {
            add(facts, "loss", words.get("decimal", run.summary().loss()));
        }
        add(facts, "log", words.get("log", amounts.bytes(run.bytes()), java.util.Date.from(run.changed())));
        return facts;
    }

    private void add(List<Fact> facts, String key, String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(words.get("fact." + key), value));
        }
    }

    private static String settings(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String path(DataSource source) {
        return source == null ? null : source.path();
    }

    private static String ids(java.util.stream.Stream<String> ids) {
        return ids.collect(Collectors.joining(", "));
    }

    private static String methodName(String id) {
        return Catalogue.method(id).map(MethodCard::name).orElse(id);
    }

    private static String name(List<? extends Card> cards, String id) {
        return cards.stream()
                .filter(card -> card.id().equals(id))
                .map(Card::name)
                .findFirst()
                .orElse(id);
    }
}
