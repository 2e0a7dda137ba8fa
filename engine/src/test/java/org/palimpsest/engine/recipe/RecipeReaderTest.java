package org.palimpsest.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeReaderTest {
    private static final String SMALLEST = """
            {
              "model": {"target": "models/target"},
              "data": {"forget": {"path": "forget.jsonl"}, "retain": {"path": "/data/retain.jsonl"}},
              "method": {"id": "npo"}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void resolvesRelativePathsAgainstTheRecipesFolder() throws IOException {
        Recipe recipe = RecipeReader.read(file("größe und mehr.json", SMALLEST));
        assertThat(recipe.model().target())
                .isEqualTo(folder.resolve("models/target").toString());
    }

    @Test
    void refusesANewerRecipeByItsVersionAlone() {
        refuses(
                () -> RecipeReader.parse("{\n \"version\": 2,\n \"later\": true}", "a.json"),
                "a.json: line 2, column 13, /version: expected 1, found 2. The recipe was written for a newer version of Palimpsest");
    }

    @Test
    void refusesHalfACharacterAtItsPlace() {
        refuses(
                () -> RecipeReader.parse(SMALLEST.replace("forget.jsonl", "forget\\ud83d.jsonl"), "a.json"),
                "line 3",
                "/data/forget/path: this holds half a character (\\ud83d without its other half)");
    }

    @Test
    void takesAWholeCharacterWrittenInHalves() {
        assertThat(RecipeReader.parse(SMALLEST.replace("forget.jsonl", "\\ud83d\\ude00.jsonl"), "r")
                        .data()
                        .forget()
                        .path())
                .isEqualTo("\ud83d\ude00.jsonl");
    }

    @Test
    void ignoresAByteOrderMark() throws IOException {
        assertThat(RecipeReader.read(file("recipe.json", "\ufeff" + SMALLEST)).name())
                .isEqualTo("npo");
    }

    @Test
    void leavesAbsolutePathsAsTheyAre() throws IOException {
        Recipe recipe = RecipeReader.read(file("recipe.json", SMALLEST));
        assertThat(recipe.data().retain().path()).isEqualTo("/data/retain.jsonl");
    }

    @Test
    void keepsPathsAsWrittenForEditing() throws IOException {
        Recipe recipe = RecipeReader.readAsWritten(file("recipe.json", SMALLEST));
        assertThat(recipe.data().forget().path()).isEqualTo("forget.jsonl");
    }

    @Test
    void fillsInTheDefaultsOfTraining() {
        assertThat(RecipeReader.parse(SMALLEST, "r").training()).isEqualTo(Training.DEFAULT);
    }

    @Test
    void callsANamelessRecipeAfterItsMethod() {
        assertThat(RecipeReader.parse(SMALLEST, "r").name()).isEqualTo("npo");
    }

    @Test
    void readsMetricsAsIdsOrObjects() {
        Recipe recipe = parse("""
                "evaluation": {"metrics": ["model-utility", {"id": "rouge", "settings": {"set": "retain"}}]}""");
        assertThat(recipe.evaluation().metrics())
                .containsExactly(
                        MetricChoice.of("model-utility"), new MetricChoice("rouge", java.util.Map.of("set", "retain")));
    }

    @Test
    void namesAFileThatIsNotThere() {
        refuses(() -> RecipeReader.read(folder.resolve("none.json")), "none.json", "there is no such file");
    }

    @Test
    void namesAFileThatIsNotUtf8() throws IOException {
        Path file = Files.write(folder.resolve("latin.json"), new byte[] {'{', '"', (byte) 0xe4, '"'});
        refuses(() -> RecipeReader.read(file), "latin.json", "not UTF-8");
    }

    @Test
    void pointsAtTheLineAndColumnOfBrokenJson() {
        refuses(
                () -> RecipeReader.parse("{\n  \"model\": {\"target\" \"x\"}\n}", "a.json"),
                "a.json: line 2, column 22: this is not valid JSON");
    }

    @Test
    void refusesAnEmptyFile() {
        refuses(() -> RecipeReader.parse(" \n", "a.json"), "a.json: the file is empty");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        refuses(() -> RecipeReader.parse("{\"name\": \"a\", \"name\": \"b\"}", "a.json"), "stands twice");
    }

    @Test
    void refusesAPathThatNoFileCanHave() {
        refuses(
                () -> RecipeReader.parse(SMALLEST.replace("models/target", "a\\u0000b"), "a.json"),
                "/model/target: no file or folder can be called \"a\ufffd");
    }

    @Test
    void showsLongTextsInShort() {
        refuses(
                () -> RecipeReader.parse(SMALLEST.replace("\"npo\"", "\"" + "x".repeat(5000) + "\""), "a.json"),
                "\u2026");
    }

    @Test
    void refusesTextBehindTheRecipe() {
        refuses(() -> RecipeReader.parse(SMALLEST + "}", "a.json"), "line 6", "this is not valid JSON");
    }

    @Test
    void suggestsTheNearestKnownKey() {
        refusesWith(
                "\"training\": {\"learning_rate\": 1e-4}",
                "line 5",
                "/training/learning_rate: unknown key \"learning_rate\".",
                "Did you mean \"learningRate\"?");
    }

    @Test
    void suggestsTheKeyThatALongerOneContains() {
        refusesWith("\"training\": {\"batchSize\": 8}", "Did you mean \"batch\"?");
    }

    @Test
    void suggestsKeysAtTheTopLevel() {
        refusesWith("\"atacks\": []", "/atacks: unknown key \"atacks\"", "Did you mean \"attacks\"?");
    }

    @Test
    void listsTheKeysOfADataSourceForAnUnknownOne() {
        String text = SMALLEST.replace("\"forget.jsonl\"", "\"forget.jsonl\", \"colums\": {}");
        refuses(
                () -> RecipeReader.parse(text, "r"),
                "line 3",
                "/data/forget/colums",
                "Did you mean \"columns\"?",
                "Known here: path, format, columns, rows.");
    }

    @Test
    void namesTheTypeThatWasExpected() {
        refusesWith("\"training\": {\"batch\": \"many\"}", "/training/batch: expected a whole number, found \"many\".");
    }

    @Test
    void refusesAFractionWhereAWholeNumberIsDue() {
        refusesWith("\"training\": {\"batch\": 2.5}", "/training/batch: expected a whole number, found 2.5.");
    }

    @Test
    void namesTheLeastValueAllowed() {
        refusesWith("\"training\": {\"batch\": 0}", "/training/batch: expected a number of at least 1, found 0.");
    }

    @Test
    void namesTheLargestValueAllowed() {
        refusesWith(
                "\"training\": {\"steps\": 3000000000}",
                "/training/steps: expected a number of at most 2147483647, found 3000000000.");
    }

    @Test
    void namesAnOpenBound() {
        refusesWith("\"training\": {\"beta1\": 1}", "/training/beta1: expected a number below 1, found 1.");
    }

    @Test
    void listsTheWordsAllowed() {
        refusesWith(
                "\"training\": {\"schedule\": \"cosin\"}",
                "/training/schedule: expected one of linear, constant, cosine, found \"cosin\". Did you mean \"cosine\"?");
    }

    @Test
    void namesAMissingPart() {
        refuses(
                () -> RecipeReader.parse("{\"data\": {}, \"method\": {\"id\": \"npo\"}}", "r"),
                "\"model\" is missing. Add it at the top level.");
    }

    @Test
    void refusesRowsThatAreNoRanges() {
        String text = SMALLEST.replace("\"forget.jsonl\"", "\"forget.jsonl\", \"rows\": \"first ten\"");
        refuses(() -> RecipeReader.parse(text, "r"), "/data/forget/rows", "such as 0-39,45", "found \"first ten\"");
    }

    @Test
    void refusesAPromptWithoutItsQuestion() {
        String text = SMALLEST.replace("\"data\": {", "\"data\": {\"prompt\": {\"prompt\": \"Q:\"}, ");
        refuses(
                () -> RecipeReader.parse(text, "r"),
                "/data/prompt/prompt",
                "a text with {question} in it",
                "found \"Q:\"");
    }

    @Test
    void refusesAnotherVersion() {
        refusesWith("\"version\": 2", "/version: expected 1, found 2.");
    }

    @Test
    void suggestsTheNearestMethod() {
        refuses(
                () -> RecipeReader.parse(SMALLEST.replace("npo", "simpo"), "r"),
                "line 4",
                "/method/id: unknown method \"simpo\". Did you mean \"simnpo\"?",
                "Known: dipo, finetune, ga");
    }

    @Test
    void refusesAnUnknownProbe() {
        refusesWith("\"probes\": [{\"id\": \"token-distributions\"}]", "/probes/0/id: unknown probe");
    }

    @Test
    void refusesAnUnknownMetric() {
        refusesWith(
                "\"evaluation\": {\"metrics\": [\"rouge\", \"bleu\"]}",
                "/evaluation/metrics/1/id: unknown metric \"bleu\"");
    }

    @Test
    void refusesAnUnknownAttack() {
        refusesWith(
                "\"attacks\": [{\"id\": \"quantization\"}]",
                "/attacks/0/id: unknown attack \"quantization\". Did you mean \"quantisation\"?");
    }

    @Test
    void refusesAnUnknownWrapper() {
        String text = SMALLEST.replace("\"npo\"", "\"npo\", \"wrap\": [\"gu\"]");
        refuses(() -> RecipeReader.parse(text, "r"), "/method/wrap/0: unknown wrapper \"gu\"");
    }

    @Test
    void checksSettingsAgainstTheCard() {
        String text = SMALLEST.replace("\"npo\"", "\"npo\", \"settings\": {\"beta\": -1}");
        refuses(
                () -> RecipeReader.parse(text, "r"),
                "line 4",
                "/method/settings/beta",
                "must be at least 0.0001",
                "but is -1");
    }

    @Test
    void suggestsTheNearestSetting() {
        String text = SMALLEST.replace("\"npo\"", "\"npo\", \"settings\": {\"bta\": 1}");
        refuses(
                () -> RecipeReader.parse(text, "r"),
                "/method/settings/bta",
                "npo has no setting \"bta\"",
                "Did you mean \"beta\"?");
    }

    @Test
    void missesTheRetainSetOnlyWhereTheMethodNeedsIt() {
        String text = SMALLEST.replace(", \"retain\": {\"path\": \"/data/retain.jsonl\"}", "");
        refuses(
                () -> RecipeReader.parse(text, "r"),
                "line 3",
                "/data/retain: missing, but method npo needs it. Name what the model shall keep here.");
    }

    @Test
    void asksForNoRetainSetWhereTheMethodHasNoUseForIt() {
        String text = SMALLEST.replace(", \"retain\": {\"path\": \"/data/retain.jsonl\"}", "")
                .replace("npo", "ga");
        assertThat(RecipeReader.parse(text, "r").data().retain()).isNull();
    }

    @Test
    void missesTheBaseModelOfRetraining() {
        refuses(() -> RecipeReader.parse(SMALLEST.replace("npo", "retrain"), "r"), "/model/base: missing");
    }

    @Test
    void missesTheAlternatesOfRefusal() {
        refuses(() -> RecipeReader.parse(SMALLEST.replace("npo", "idk-dpo"), "r"), "/data/alternates: missing");
    }

    @Test
    void refusesAMicroBatchAboveTheBatch() {
        refusesWith(
                "\"training\": {\"batch\": 8, \"microBatch\": 16}",
                "/training/microBatch: expected at most batch (8), found 16.");
    }

    @Test
    void reportsAllProblemsAtOnceInTheOrderOfTheFile() {
        assertThatThrownBy(() -> parse("\"training\": {\"batch\": 0},\n\"evaluation\": {\"batches\": 1}"))
                .isInstanceOfSatisfying(RecipeException.class, e -> assertThat(e.problems())
                        .extracting(RecipeProblem::pointer)
                        .containsExactly("/training/batch", "/evaluation/batches"));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Recipe parse(String more) {
        int end = SMALLEST.lastIndexOf("\n}");
        return RecipeReader.parse(SMALLEST.substring(0, end) + ",\n" + more + "\n}", "recipe.json");
    }

    private static void refusesWith(String more, String... parts) {
        refuses(() -> parse(more), parts);
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOf(RecipeException.class).hasMessageContainingAll(parts);
    }
}
