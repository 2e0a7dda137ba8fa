import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Looks whether the numbers of a demonstration can be true. Takes the JSON that it printed; exit status 1 if one cannot. */
public final class CheckDemo {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> METHODS = Set.of("graddiff", "npo", "simnpo", "dipo");
    private static final List<String> SUBJECTS = List.of("target", "unlearned", "reference");
    /** A page may name the web in links and name spaces, but not load from it. */
    private static final Pattern LOADS = Pattern.compile(
            "<(script|link|img|iframe|source|use|image)\\b[^>]*\\b(src|href)\\s*=\\s*[\"']?(https?:)?//|url\\(\\s*[\"']?(https?:)?//|@import");

    private int passed;
    private final List<String> failures = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        JsonNode demo = JSON.readTree(Path.of(arguments[0]).toFile());
        CheckDemo check = new CheckDemo();
        check.demo(demo);
        check.failures.forEach(failure -> System.out.println("FAILED " + failure));
        System.out.printf("The demonstration took %.0f s.%n", demo.path("seconds").asDouble());
        System.out.printf("%d passed, %d failed%n", check.passed, check.failures.size());
        System.exit(check.failures.isEmpty() ? 0 : 1);
    }

    private void demo(JsonNode demo) throws IOException {
        Set<String> methods = new TreeSet<>();
        demo.path("runs").forEach(run -> methods.add(run.path("method").asText()));
        that(methods.equals(METHODS), "methods are " + methods + ", expected " + new TreeSet<>(METHODS));
        for (JsonNode run : demo.path("runs")) {
            String name = run.path("method").asText();
            anchors(name, run.path("scores"), demo.path("runs").path(0).path("scores"));
            unlearned(name, run.path("scores"));
            attacks(name, run.path("attacks"));
            folder(name, Path.of(run.path("folder").asText()));
        }
        report(Path.of(demo.path("report").asText()));
        that(demo.path("seconds").asDouble() > 0, "no time was taken");
    }

    /** The target remembers, the retained reference does not, and all runs speak of the same two. */
    private void anchors(String run, JsonNode scores, JsonNode first) {
        for (String subject : SUBJECTS) {
            that(scores.path(subject).size() >= 5, run + ": " + subject + " has scores " + scores.path(subject));
        }
        between(run + ": target's forget.probability", value(scores, "target", "forget.probability"), 0.9, 1);
        between(run + ": reference's forget.probability", value(scores, "reference", "forget.probability"), 0, 0.4);
        between(run + ": target's forget.exact-memorisation", value(scores, "target", "forget.exact-memorisation"), 0.95, 1);
        between(run + ": target's forget-quality", value(scores, "target", "forget-quality"), 0, 0.05);
        between(run + ": reference's forget-quality", value(scores, "reference", "forget-quality"), 0.999, 1);
        for (String anchor : List.of("target", "reference")) {
            between(run + ": " + anchor + "'s model-utility", value(scores, anchor, "model-utility"), 0.3, 1);
            that(scores.path(anchor).equals(first.path(anchor)), run + ": " + anchor + " is scored otherwise than in the first run");
        }
    }

    /** Something was forgotten, not everything was lost, and every number is one. */
    private void unlearned(String run, JsonNode scores) {
        scores.path("unlearned").properties().forEach(score -> that(
                Double.isFinite(score.getValue().path("value").asDouble(Double.NaN)),
                run + ": " + score.getKey() + " is " + score.getValue()));
        double before = value(scores, "target", "forget.probability");
        between(run + ": unlearned forget.probability", value(scores, "unlearned", "forget.probability"), 0, 0.8 * before);
        between(run + ": unlearned forget-quality", value(scores, "unlearned", "forget-quality"), 0, 1);
        double lower = Math.min(value(scores, "target", "model-utility"), value(scores, "reference", "model-utility"));
        double upper = Math.max(value(scores, "target", "model-utility"), value(scores, "reference", "model-utility"));
        between(run + ": unlearned model-utility", value(scores, "unlearned", "model-utility"), 0.25 * lower, 1.05 * upper);
    }

    private void attacks(String run, JsonNode attacks) {
        for (String subject : List.of("unlearned", "reference")) {
            that(attacks.path("relearning").path(subject).size() > 0, run + ": no relearning attack on the " + subject + " model");
            that(attacks.path("quantisation").path(subject).size() > 0, run + ": no quantisation of the " + subject + " model");
        }
    }

    private void folder(String run, Path folder) throws IOException {
        for (String file : List.of("recipe.json", "events.jsonl", "scores.json", "environment.json", "checkpoints")) {
            that(Files.exists(folder.resolve(file)), run + ": the run folder has no " + file);
        }
        List<String> lines = Files.readAllLines(folder.resolve("events.jsonl"));
        List<JsonNode> events = new ArrayList<>();
        for (String line : lines) {
            events.add(JSON.readTree(line));
        }
        that(event(events, 0).equals("started"), run + ": the log begins with " + event(events, 0));
        that(event(events, events.size() - 1).equals("finished"), run + ": the log ends with " + event(events, events.size() - 1));
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).path("sequence").asLong(-1) != i) {
                that(false, run + ": line " + (i + 1) + " of the log has number " + events.get(i).path("sequence"));
                break;
            }
        }
        long steps = events.stream().filter(event -> event.path("event").asText().equals("step")).count();
        that(steps == events.get(0).path("totalSteps").asLong(), run + ": " + steps + " steps, asked for " + events.get(0).path("totalSteps"));
        for (String subject : List.of("UNLEARNED", "REFERENCE")) {
            long points = events.stream()
                    .filter(event -> event.path("event").asText().equals("attack-point"))
                    .filter(event -> event.path("attack").asText().equals("relearning"))
                    .filter(event -> event.path("subject").asText().equals(subject))
                    .count();
            that(points >= 3, run + ": the relearning curve of the " + subject + " model has " + points + " points");
        }
        long probes = events.stream().filter(event -> event.path("event").asText().equals("observed"))
                .map(event -> event.path("probe").asText()).distinct().count();
        that(probes >= 4, run + ": only " + probes + " probes observed anything");
    }

    private void report(Path report) throws IOException {
        that(Files.isRegularFile(report), "there is no report " + report);
        if (!Files.isRegularFile(report)) {
            return;
        }
        String page = Files.readString(report);
        that(Files.size(report) > 50_000, "the report has only " + Files.size(report) + " bytes");
        that(page.stripLeading().toLowerCase().startsWith("<!doctype html"), "the report is no HTML page");
        that(page.stripTrailing().endsWith("</html>"), "the report is not whole");
        that(!LOADS.matcher(page).find(), "the report loads something from elsewhere");
        that(page.split("<svg", -1).length > 5, "the report has hardly any chart");
        that(page.contains("prefers-color-scheme"), "the report knows no dark");
        that(!page.contains("NaN"), "the report shows NaN");
    }

    private static String event(List<JsonNode> events, int index) {
        return events.isEmpty() ? "nothing" : events.get(index).path("event").asText();
    }

    private static double value(JsonNode scores, String subject, String metric) {
        return scores.path(subject).path(metric).path("value").asDouble(Double.NaN);
    }

    private void between(String what, double value, double from, double to) {
        that(value >= from && value <= to, "%s is %s, expected %.3f to %.3f".formatted(what, value, from, to));
    }

    private void that(boolean fact, String failure) {
        if (fact) {
            passed++;
        } else {
            failures.add(failure);
        }
    }
}
