package org.palimpsest.engine.cli;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.palimpsest.engine.attack.Attack;
import org.palimpsest.engine.attack.AttackContext;
import org.palimpsest.engine.attack.AttackSession;
import org.palimpsest.engine.attack.AttackStep;
import org.palimpsest.engine.attack.Attacks;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.method.TrainingSets;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.run.SameModel;
import org.palimpsest.engine.text.SameTokenizer;
import org.palimpsest.engine.text.Tokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Attacks a model. */
@Command(
        name = "attack",
        description = {
            "Tries to bring back what a model was made to forget, on a copy of it.",
            "Where a retained reference is given it is attacked too, since what that one learns as quickly was never hidden."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest attack relearning --model models/unlearned --target models/target --reference models/retain90 \\",
            "      --forget forget.jsonl --retain retain.jsonl --set samples=10 --json",
            "",
            "\"palimpsest attacks\" lists the attacks and their settings."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AttackCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private Computing computing;

    @Mixin
    private GivenSettings settings;

    @Parameters(paramLabel = "ID", description = "An attack.")
    private String id;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The model to attack.")
    private Path model;

    @Option(names = "--target", paramLabel = "DIR", description = "The model that knows everything.")
    private Path target;

    @Option(names = "--reference", paramLabel = "DIR", description = "The retained reference.")
    private Path reference;

    @Option(names = "--forget", required = true, paramLabel = "FILE", description = "What was to be forgotten.")
    private Path forget;

    @Option(names = "--retain", paramLabel = "FILE", description = "What was to be kept.")
    private Path retain;

    @Option(
            names = "--measured-rows",
            paramLabel = "N",
            description = "Most rows of each set measured at a point (default: ${DEFAULT-VALUE}).")
    private int measuredRows = 64;

    @Option(names = "--seed", paramLabel = "S", description = "Start of every drawing (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** An attack on one model, from its first to its last point. */
    private record Course(List<AttackStep> points, Map<String, Double> summary) {}

    @Override
    public Integer call() throws IOException {
        Attack attack = Attacks.byId(id);
        Settings values = settings.of(attack.card());
        ModelFolder.config(model);
        try (Tokenizer tokenizer = Tokenizer.open(model)) {
            requireReadable(tokenizer);
            TrainingSets sets = new ExampleFiles(forget, retain, null, null, null)
                    .read(tokenizer, model, remark -> output.note("%s", remark));
            Device device = computing.open();
            try (DecoderModel knowing = target == null ? null : load(target, device)) {
                Optional<Course> beside = Optional.empty();
                if (reference != null) {
                    try (DecoderModel retained = load(reference, device)) {
                        beside = Optional.of(
                                run(attack, context(retained, knowing, sets, Map.of(), values), "retained reference"));
                    }
                }
                try (DecoderModel attacked = load(model, device)) {
                    Map<String, Double> known = beside.map(Course::summary).orElse(Map.of());
                    tell(values, run(attack, context(attacked, knowing, sets, known, values), "model"), beside);
                }
            }
        }
        return ExitStatus.OK;
    }

    /** Before anything is attacked: all models read the same tokens, and have a row for each of them. */
    private void requireReadable(Tokenizer tokenizer) throws IOException {
        for (Path each : Arrays.asList(model, target, reference)) {
            if (each != null) {
                tokenizer.requireFits(ModelFolder.config(each).vocabularySize(), each);
                SameTokenizer.require(tokenizer, each);
                SameTokenizer.remarks(tokenizer, each).forEach(output::tell);
            }
        }
        tokenizer.remarks().forEach(output::tell);
        if (reference != null && target != null && SameModel.of(target, reference)) {
            throw new IllegalArgumentException(SameModel.refusal(target, reference));
        }
        if (reference != null && SameModel.of(model, reference)) {
            output.tell(
                    "the model and the retained reference have the same weights: the attack is compared with itself and says nothing");
        }
    }

    private DecoderModel load(Path folder, Device device) throws IOException {
        return ModelFolder.load(folder, device, output::tell);
    }

    private AttackContext context(
            DecoderModel attacked,
            DecoderModel knowing,
            TrainingSets sets,
            Map<String, Double> referenceSummary,
            Settings values) {
        return new AttackContext(
                attacked, Optional.ofNullable(knowing), sets, referenceSummary, measuredRows, values, seed);
    }

    private Course run(Attack attack, AttackContext context, String who) {
        ProgressLine line = ProgressLine.of(output);
        List<AttackStep> points = new ArrayList<>();
        try (AttackSession session = attack.open(context)) {
            while (!session.done()) {
                points.add(session.advance());
                line.report(id + " on the " + who + ": point", points.size(), session.points(), "");
            }
            return new Course(points, session.summary());
        }
    }

    private void tell(Settings values, Course course, Optional<Course> beside) {
        if (output.json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("attack", id);
            document.put("settings", values.values());
            document.put("seed", seed);
            document.put("model", course);
            document.put("reference", beside.orElse(null));
            output.print(document);
            return;
        }
        tell("model", course);
        beside.ifPresent(other -> tell("retained reference", other));
    }

    private void tell(String who, Course course) {
        output.line("%s", output.bold(who));
        for (AttackStep point : course.points()) {
            String at = point.label().isEmpty() ? place(point.x()) : point.label();
            String values = point.values().entrySet().stream()
                    .map(value -> value.getKey() + " " + number(value.getValue()))
                    .collect(Collectors.joining("   "));
            output.line("  %-10s %s", at, values);
        }
        course.summary().forEach((name, value) -> output.line("  %s: %s", name, number(value)));
    }

    private static String place(double x) {
        return String.format(Locale.ROOT, x == Math.rint(x) ? "%.0f" : "%g", x);
    }

    private static String number(Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.4g", value);
    }
}
