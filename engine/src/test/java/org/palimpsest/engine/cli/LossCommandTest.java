package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.data.DataLoader;
import org.palimpsest.engine.data.LoadOptions;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.testdata.ShippedData;
import org.palimpsest.engine.testdata.TinyWorkspace;

class LossCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path scratch;

    private Path target;
    private Path reference;
    private Path forget;
    private Path retain;

    @BeforeEach
    void prepare() throws IOException {
        TinyWorkspace.in(scratch);
        target = scratch.resolve("target");
        reference = scratch.resolve("reference");
        forget = scratch.resolve("forget.jsonl");
        retain = scratch.resolve("retain.jsonl");
    }

    @ParameterizedTest
    @CsvSource({
        "ga, ga, gamma=1",
        "graddiff, graddiff, gamma=1",
        "ga-kl, gakl, klPositions=padded",
        "npo, npo, gamma=1",
        "idk-dpo, idkdpo, gamma=1",
        "simnpo, simnpo, delta=0"
    })
    void agreesWithTheFieldsBenchmarkSuite(String method, String peer, String setting) throws IOException {
        Path data = ShippedData.folder("tofu-cut");
        Path tofu = ShippedData.folder("tofu");
        JsonNode all = JSON.readTree(data.resolve("losses.json").toFile());
        JsonNode expected = all.path("methods").path(peer);
        Told told = Told.by(
                "loss",
                method,
                "--model",
                data.resolve("reference"),
                "--reference",
                data.resolve("target"),
                "--forget",
                tofu.resolve("forget10.json"),
                "--retain",
                tofu.resolve("retain90.json"),
                "--alternate",
                refusalsBeside(tofu, all),
                "--rows-forget",
                list(all.path("forget_rows")),
                "--rows-retain",
                list(all.path("retain_rows")),
                "--set",
                setting,
                "--json");
        assertThat(told.err()).isEmpty();
        assertRelative(told, "loss", expected.path("loss"), 1e-4);
        assertRelative(told, "forget", expected.path("forget"), 1e-4);
        assertRelative(told, "retain", expected.path("retain"), 1e-4);
        assertRelative(told, "gradientNorm", expected.path("gradient_norm"), 1e-3);
    }

    /** The forget file with the refusals that the suite put beside its rows. */
    private Path refusalsBeside(Path tofu, JsonNode all) throws IOException {
        List<QuestionAnswer> questions =
                DataLoader.load(tofu.resolve("forget10.json")).questions();
        List<String> refusals = DataLoader.load(
                        tofu.resolve("idontknow.jsonl"), LoadOptions.DEFAULT.withUnit(LoadOptions.TextUnit.LINE))
                .texts();
        List<String> answers =
                new ArrayList<>(questions.stream().map(QuestionAnswer::answer).toList());
        for (int i = 0; i < all.path("forget_rows").size(); i++) {
            answers.set(
                    all.path("forget_rows").path(i).asInt(),
                    refusals.get(all.path("idk_rows").path(i).asInt()));
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < answers.size(); i++) {
            lines.append(JSON.writeValueAsString(
                            Map.of("question", questions.get(i).question(), "answer", answers.get(i))))
                    .append('\n');
        }
        return Files.writeString(scratch.resolve("alternates.jsonl"), lines);
    }

    private static String list(JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }

    private static void assertRelative(Told told, String key, JsonNode expected, double tolerance) {
        assertThat(told.json().path(key).asDouble(Double.NaN))
                .as(key)
                .isCloseTo(expected.asDouble(), within(tolerance * Math.abs(expected.asDouble()) + 1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ga", "graddiff", "ga-kl", "npo", "npo-kl", "simnpo", "idk-dpo", "dipo", "finetune", "retrain"})
    void everyMethodGivesTheSameFourNumbers(String method) {
        Told told = loss(method, "--alternate", scratch.resolve("refusals.txt"), "--json");
        assertThat(told.err()).isEmpty();
        assertThat(told.json().fieldNames()).toIterable().containsExactly("loss", "forget", "retain", "gradientNorm");
        assertThat(told.json().path("gradientNorm").asDouble()).isPositive();
    }

    @Test
    void aTermThatTheMethodLacksIsZero() {
        assertThat(loss("ga", "--json").json().path("retain").asDouble(-1)).isZero();
        assertThat(loss("finetune", "--json").json().path("forget").asDouble(-1))
                .isZero();
    }

    @Test
    void refusalsAreTakenInTurnsByTheRowOfTheForgetFile() throws IOException {
        // Row 4 of the forget file is beside refusal 4 mod 3.
        Path aligned = Files.writeString(scratch.resolve("aligned.jsonl"), """
                {"question": "forget 4?", "answer": "No idea."}
                """);
        Path onlyRow = Files.writeString(
                scratch.resolve("row4.jsonl"), Files.readAllLines(forget).get(4) + "\n");
        Told turns = loss(
                "idk-dpo",
                "--alternate",
                scratch.resolve("refusals.txt"),
                "--rows-forget",
                "4",
                "--rows-retain",
                "0",
                "--json");
        Told direct = Told.by(
                "loss",
                "idk-dpo",
                "--model",
                target,
                "--reference",
                reference,
                "--forget",
                onlyRow,
                "--retain",
                retain,
                "--alternate",
                aligned,
                "--rows-retain",
                "0",
                "--json");
        assertThat(turns.json()).isEqualTo(direct.json());
    }

    @Test
    void settingsChangeTheLoss() {
        double usual = loss("graddiff", "--json").json().path("loss").asDouble();
        double doubled = loss("graddiff", "--set", "alpha=2", "--json")
                .json()
                .path("loss")
                .asDouble();
        double retain = loss("graddiff", "--json").json().path("retain").asDouble();
        assertThat(doubled - usual).isCloseTo(retain, within(1e-4));
    }

    @Test
    void withoutJsonTheNumbersAreLines() {
        assertThat(loss("ga").out().lines().map(line -> line.split(" ")[0]))
                .containsExactly("loss", "forget", "retain", "gradient");
    }

    @Test
    void anUnknownMethodIsAnsweredWithTheKnownOnes() {
        Told told = loss("nop", "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.json().path("error").asText()).contains("\"nop\"").contains("npo, ");
    }

    @Test
    void aMissingSetIsAskedForByItsOption() {
        Told told = Told.by("loss", "graddiff", "--model", target, "--forget", forget);
        assertThat(told.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(told.sentence()).contains("--retain");
    }

    @Test
    void anUnknownSettingIsAnsweredWithTheKnownOnes() {
        Told told = loss("npo", "--set", "bets=1");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.sentence()).contains("\"bets\"").contains("beta, gamma, alpha");
    }

    @Test
    void aSettingOfTheWrongTypeOrRangeIsRefused() {
        assertThat(loss("npo", "--set", "beta=much").sentence()).contains("must be a number, but is \"much\"");
        assertThat(loss("npo", "--set", "beta=-1").sentence())
                .contains("must be at least 0.0001")
                .endsWith("but is -1");
    }

    @Test
    void overlappingSetsAreRefused() throws IOException {
        Files.writeString(retain, Files.readAllLines(forget).get(2) + "\n");
        assertThat(loss("npo").sentence()).contains("row 2 of the forget set is row 0 of the retain set");
    }

    @Test
    void anEmptySetIsRefused() throws IOException {
        Files.writeString(forget, "");
        Told told = loss("npo", "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.json().path("error").asText()).contains("forget.jsonl");
    }

    @Test
    void aBrokenLineIsNamed() throws IOException {
        Files.writeString(forget, "{\"question\": \"a?\", \"answer\": \"b\"}\n{\"question\": oops}\n");
        assertThat(loss("npo").sentence()).contains("forget.jsonl").contains("line 2");
    }

    @Test
    void anAbsentColumnIsNamed() throws IOException {
        Files.writeString(forget, "{\"question\": \"a?\", \"reply\": \"b\"}\n");
        assertThat(loss("npo").sentence()).contains("\"answer\"").contains("reply");
    }

    @Test
    void aRowBeyondTheFileIsNamed() {
        assertThat(loss("npo", "--rows-forget", "0,6").sentence())
                .contains("row 6 was asked for")
                .contains("6 rows");
    }

    @Test
    void alternatesOfAnotherLengthAreRefused() {
        assertThat(loss("idk-dpo", "--alternate", retain).sentence()).contains("retain.jsonl has 8 rows");
    }

    private Told loss(Object method, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "loss", method, "--model", target, "--reference", reference, "--forget", forget, "--retain", retain));
        arguments.addAll(List.of(more));
        return Told.by(arguments.toArray());
    }
}
