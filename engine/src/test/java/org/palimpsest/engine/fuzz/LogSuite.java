package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Event logs: lines cut, swapped, doubled, lost, written otherwise, of another format; of a finished run and of one to be resumed. */
final class LogSuite implements Suite {
    private static final String FILE = "runs/one/events.jsonl";

    private final Base finished;
    private final Base stopped;

    LogSuite(Path place) {
        try {
            finished = new Base(
                    "finished run",
                    TinyRuns.run(place, Long.MAX_VALUE),
                    Question.numbersOf("compare", "{}/runs/one", "--json"),
                    Question.sentenceOf("report", "{}/runs/one", "--out", "{}/report.html"));
            stopped = new Base(
                    "stopped run",
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
        return "log";
    }

    @Override
    public Trial draw(Random random) {
        Base base = random.nextInt(3) == 0 ? stopped : finished;
        List<String> lines = new ArrayList<>(base.files().text(FILE).lines().toList());
        int at = random.nextInt(lines.size());
        return new Trial(
                base,
                switch (random.nextInt(10)) {
                    case 0 -> lost(random, base, lines, at);
                    case 1, 2 -> moved(random, base, lines, at);
                    case 3, 4 -> otherValue(random, base, lines, at);
                    case 5 -> sound(random, base, lines, at);
                    case 6 -> newer(random, base, lines, at);
                    case 7 -> ended(random, base, lines);
                    case 8 -> step(random, base, lines, at);
                    default -> damaged(random, base);
                });
    }

    private static Mutation mutation(Base base, String what, List<String> lines, Allowed allowed) {
        return mutation(base, what, lines.stream().collect(Collectors.joining("\n", "", "\n")), allowed);
    }

    private static Mutation mutation(Base base, String what, String text, Allowed allowed) {
        return new Mutation(
                base.name() + ": " + what, base.files().with(FILE, text), List.of("events.jsonl", "runs/one"), allowed);
    }

    private static String kind(List<String> lines, int at) {
        return OddJson.read(lines.get(at)).path("event").asText();
    }

    private static Mutation lost(Random random, Base base, List<String> lines, int at) {
        String kind = kind(lines, at);
        // Behind the last line there is nothing that could miss it.
        boolean last = at == lines.size() - 1;
        Allowed allowed = last ? Allowed.ANYTHING : Allowed.SAME_OR_REFUSED;
        if (random.nextBoolean()) {
            lines.remove(at);
            return mutation(base, "line %d (%s) is missing".formatted(at + 1, kind), lines, allowed);
        }
        String line = lines.get(at);
        lines.set(at, line.substring(0, random.nextInt(line.length())));
        return mutation(base, "line %d (%s) is cut off".formatted(at + 1, kind), lines, allowed);
    }

    private static Mutation moved(Random random, Base base, List<String> lines, int at) {
        String kind = kind(lines, at);
        int other = random.nextInt(lines.size());
        return switch (random.nextInt(3)) {
            case 0 -> {
                lines.add(at, lines.get(at));
                yield mutation(base, "line %d (%s) twice".formatted(at + 1, kind), lines, Allowed.SAME_OR_REFUSED);
            }
            case 1 -> {
                String both = kind + ", " + kind(lines, other);
                java.util.Collections.swap(lines, at, other);
                yield mutation(
                        base,
                        "lines %d and %d (%s) swapped".formatted(at + 1, other + 1, both),
                        lines,
                        Allowed.SAME_OR_REFUSED);
            }
            default -> {
                String line = lines.remove(at);
                lines.add(other, line);
                yield mutation(
                        base,
                        "line %d (%s) stands at %d".formatted(at + 1, kind, other + 1),
                        lines,
                        Allowed.SAME_OR_REFUSED);
            }
        };
    }

    /** A member of a line is of another type, null, or absent. */
    private static Mutation otherValue(Random random, Base base, List<String> lines, int at) {
        ObjectNode line = OddJson.object(lines.get(at));
        JsonPointer place = Draw.one(random, OddJson.members(line));
        boolean text = line.at(place).isTextual();
        boolean absent = random.nextInt(3) == 0;
        String raw = random.nextInt(3) == 0 ? "null" : OddJson.ofAnotherType(random, line.at(place));
        lines.set(at, absent ? OddJson.without(line, place) : OddJson.with(line, place, raw));
        // A number or a truth value where a text was may well be a text; one value of several is not missed by the
        // others.
        boolean harmless = text || place.toString().matches("/(values|summary|terms|parts|observations)/.*");
        return mutation(
                base,
                "line %d: %s %s".formatted(at + 1, place, absent ? "left out" : "is " + raw),
                lines,
                harmless ? Allowed.ANYTHING : Allowed.SAME_OR_REFUSED);
    }

    /** The same log, written otherwise. */
    private static Mutation sound(Random random, Base base, List<String> lines, int at) {
        String text = base.files().text(FILE);
        return switch (random.nextInt(7)) {
            case 0 ->
                mutation(
                        base,
                        "keys in another order",
                        lines.stream()
                                .map(line -> reversed(OddJson.object(line)))
                                .toList(),
                        Allowed.SAME);
            case 1 ->
                mutation(
                        base,
                        "blanks behind colons and commas",
                        lines.stream()
                                .map(line -> line.replaceAll("\"(:)", "\"$1 ").replaceAll(",\"", " , \""))
                                .toList(),
                        Allowed.SAME);
            case 2 -> mutation(base, "the lines of Windows", text.replace("\n", "\r\n"), Allowed.SAME);
            case 3 -> mutation(base, "zero bytes at its end", text + "\0".repeat(100), Allowed.SAME);
            case 4 ->
                mutation(base, "half a line at its end", text + "{\"event\":\"step\",\"sequence\":9", Allowed.SAME);
            case 5 ->
                mutation(
                        base, "a key more in line " + (at + 1), changed(lines, at, "\"mood\":\"fine\","), Allowed.SAME);
            default ->
                mutation(base, "a blank line behind line " + (at + 1), inserted(lines, at + 1, ""), Allowed.SAME);
        };
    }

    private static String reversed(ObjectNode line) {
        List<String> names = new ArrayList<>();
        line.fieldNames().forEachRemaining(names::add);
        ObjectNode copy = OddJson.object("{}");
        for (int i = names.size() - 1; i >= 0; i--) {
            copy.set(names.get(i), line.get(names.get(i)));
        }
        return OddJson.write(copy);
    }

    private static List<String> changed(List<String> lines, int at, String member) {
        lines.set(at, lines.get(at).replaceFirst("\\{", java.util.regex.Matcher.quoteReplacement("{" + member)));
        return lines;
    }

    private static List<String> inserted(List<String> lines, int at, String line) {
        lines.add(Math.min(at, lines.size()), line);
        return lines;
    }

    private static Mutation newer(Random random, Base base, List<String> lines, int at) {
        return switch (random.nextInt(4)) {
            case 0 ->
                mutation(
                        base,
                        "an event of a later version behind line " + (at + 1),
                        inserted(
                                lines,
                                at + 1,
                                "{\"event\":\"teleported\",\"sequence\":%d,\"at\":\"2031-01-01T00:00:00Z\",\"step\":1}"
                                        .formatted(at + 1)),
                        Allowed.SAME_OR_REFUSED);
            case 1 -> mutation(base, "format 99", changed(lines, 0, "\"format\":99,"), Allowed.SAME_OR_REFUSED);
            case 2 ->
                mutation(
                        base,
                        "nonsense behind line " + (at + 1),
                        inserted(
                                lines,
                                at + 1,
                                Draw.one(
                                        random,
                                        "nonsense",
                                        "{}",
                                        "[]",
                                        "null",
                                        "{\"event\":null}",
                                        "{\"event\":\"step\"}",
                                        "\u0000\u0000",
                                        "{".repeat(3000))),
                        Allowed.SAME_OR_REFUSED);
            default ->
                mutation(
                        base,
                        "another name of line " + (at + 1),
                        replaced(lines, at, Draw.one(random, "Step", "", "scored", "finished", "resumed")),
                        Allowed.ANYTHING);
        };
    }

    private static List<String> replaced(List<String> lines, int at, String kind) {
        ObjectNode line = OddJson.object(lines.get(at));
        lines.set(at, OddJson.write(line.put("event", kind)));
        return lines;
    }

    /** Cut off as a killed process leaves it, or not there. What is told of it is whatever was written by then. */
    private static Mutation ended(Random random, Base base, List<String> lines) {
        int kept = random.nextInt(lines.size());
        return switch (random.nextInt(3)) {
            case 0 -> mutation(base, "nothing behind line " + kept, lines.subList(0, kept), Allowed.ANYTHING);
            case 1 ->
                new Mutation(
                        base.name() + ": no log",
                        base.files().without(FILE),
                        List.of("events.jsonl", "runs/one"),
                        Allowed.ANYTHING);
            default -> mutation(base, "an empty log", "", Allowed.ANYTHING);
        };
    }

    /** Steps that go back, or are of another time. */
    private static Mutation step(Random random, Base base, List<String> lines, int at) {
        ObjectNode line = OddJson.object(lines.get(at));
        String key = Draw.one(random, "step", "sequence");
        String raw = Draw.one(
                random, "-1", "0", "1", "99", "2147483648", "9223372036854775807", "9223372036854775808", "1.5");
        lines.set(at, OddJson.with(line, OddJson.place(key), raw));
        return mutation(
                base,
                "line %d (%s): %s is %s".formatted(at + 1, line.path("event").asText(), key, raw),
                lines,
                Allowed.ANYTHING);
    }

    private static Mutation damaged(Random random, Base base) {
        byte[] bytes = base.files().bytes(FILE);
        Bytes.Changed changed =
                random.nextInt(4) == 0 ? Bytes.imposter(random) : Bytes.accident(random, bytes, 0, bytes.length);
        return new Mutation(
                base.name() + ": "
                        + new String(changed.what().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8),
                base.files().with(FILE, changed.bytes()),
                List.of("events.jsonl", "runs/one"),
                Allowed.ANYTHING);
    }
}
