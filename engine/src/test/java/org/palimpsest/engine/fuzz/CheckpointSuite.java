package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Checkpoints, and what else a run that is resumed rests on: files damaged, missing, swapped, of another step. All of it has digests. */
final class CheckpointSuite implements Suite {
    private static final String CHECKPOINTS = "runs/one/checkpoints/";
    /** Stopped behind step 3, where another checkpoint was written. */
    private static final String NEWEST = CHECKPOINTS + "step-0000003/";

    private static final String EARLIER = CHECKPOINTS + "step-0000002/";

    private final Base base;

    CheckpointSuite(Path place) {
        try {
            base = new Base(
                    "checkpoint",
                    TinyRuns.run(place, 3),
                    Question.sentenceOf("resume", "{}/runs/one", "--json"),
                    Question.of(SubjectMain.Task.HISTORY, "{}/runs/one"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "checkpoint";
    }

    @Override
    public Trial draw(Random random) {
        String folder = random.nextInt(4) == 0 ? EARLIER : NEWEST;
        List<String> files = base.files().files().keySet().stream()
                .filter(path -> path.startsWith(folder))
                .toList();
        String file = Draw.one(random, files);
        byte[] bytes = base.files().bytes(file);
        return new Trial(
                base,
                switch (random.nextInt(10)) {
                    case 0, 1 -> {
                        Bytes.Changed flipped = Bytes.flip(random, bytes, random.nextInt(bytes.length));
                        yield changed(flipped.what(), file, flipped.bytes());
                    }
                    case 2 -> {
                        Bytes.Changed accident = Bytes.accident(random, bytes, 0, bytes.length);
                        yield changed(accident.what(), file, accident.bytes());
                    }
                    case 3 -> {
                        Bytes.Changed imposter = Bytes.imposter(random);
                        yield changed(imposter.what(), file, imposter.bytes());
                    }
                    case 4 -> mutation(file + " is missing", base.files().without(file));
                    case 5 -> {
                        String other = file.replace(folder, folder.equals(EARLIER) ? NEWEST : EARLIER);
                        yield changed(
                                "that of the other checkpoint",
                                file,
                                base.files().bytes(other));
                    }
                    case 6, 7 -> position(random, folder);
                    case 8 -> folders(random);
                    default -> around(random);
                });
    }

    private Mutation changed(String what, String file, byte[] bytes) {
        return mutation(
                "%s: %s".formatted(file.substring(CHECKPOINTS.length()), what),
                base.files().with(file, bytes));
    }

    private static Mutation mutation(String what, Specimen files) {
        return new Mutation(
                what, files, List.of("/checkpoints/step-000000", "checkpoint of step"), Allowed.SAME_OR_REFUSED);
    }

    /** Members of the file that says where the run was. */
    private Mutation position(Random random, String folder) {
        String file = folder + "position.json";
        ObjectNode position = OddJson.object(base.files().text(file));
        JsonPointer place = Draw.one(random, OddJson.members(position));
        String text =
                switch (random.nextInt(5)) {
                    case 0 -> OddJson.without(position, place);
                    case 1 -> OddJson.with(position, place, OddJson.oddNumber(random));
                    case 2 -> OddJson.with(position, place, "null");
                    case 3 ->
                        Draw.one(
                                random,
                                "{}",
                                "",
                                "null",
                                "[]",
                                OddJson.broken(random, OddJson.write(position)).text());
                    default -> OddJson.with(position, place, OddJson.ofAnotherType(random, position.at(place)));
                };
        return changed(
                "position " + (text.length() > 200 ? text.substring(0, 200) + "…" : text),
                file,
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Whole checkpoints that are gone, empty, renamed or foreign. */
    private Mutation folders(Random random) {
        Specimen files = base.files();
        return switch (random.nextInt(5)) {
            case 0 -> mutation("the newest checkpoint is gone", renamed(files, NEWEST, null));
            case 1 ->
                mutation(
                        "the newest checkpoint is called step 4",
                        renamed(files, NEWEST, CHECKPOINTS + "step-0000004/"));
            case 2 ->
                mutation(
                        "the newest checkpoint is the earlier one",
                        renamed(renamed(files, NEWEST, null), EARLIER, NEWEST));
            case 3 ->
                mutation("a checkpoint half written", files.with(CHECKPOINTS + ".part-4/weights.safetensors", "half"));
            default -> mutation("a checkpoint with nothing in it", files.with(CHECKPOINTS + "step-0000004/.keep", ""));
        };
    }

    private static Specimen renamed(Specimen files, String from, String to) {
        Specimen changed = files;
        for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
            if (file.getKey().startsWith(from)) {
                changed = changed.without(file.getKey());
                if (to != null) {
                    changed = changed.with(to + file.getKey().substring(from.length()), file.getValue());
                }
            }
        }
        return changed;
    }

    /** What the run was given, changed while it lay there. */
    private Mutation around(Random random) {
        String file = Draw.one(
                random,
                "target/model.safetensors",
                "reference/model.safetensors",
                "target/config.json",
                "forget.jsonl",
                "retain.jsonl",
                "target/tokenizer.json");
        byte[] bytes = base.files().bytes(file);
        byte[] changed = bytes.clone();
        if (file.endsWith(".safetensors")) {
            changed[bytes.length - 1 - random.nextInt(2000)] ^= 1;
        } else {
            changed = new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                    .replaceFirst(
                            "1e-5|answer 1|retain 1|\"<\\|eos\\|>\": 2",
                            java.util.regex.Matcher.quoteReplacement(
                                    file.endsWith("config.json")
                                            ? "2e-5"
                                            : file.endsWith("tokenizer.json") ? "\"<|eos|>\": 3" : "other 7"))
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
        String name = file.substring(file.lastIndexOf('/') + 1);
        return new Mutation(
                "%s was changed since".formatted(file),
                base.files().with(file, changed),
                List.of(name, "/target", "/reference"),
                Allowed.SAME_OR_REFUSED);
    }
}
