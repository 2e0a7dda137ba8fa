package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.testdata.TinyWorkspace;

/**
 * What is said of a recipe's data before the first step. The model takes 128 tokens, one a byte; the prompt format adds 21: the
 * tokens that begin and end a text, "Question: ", "\nAnswer:" and a space.
 */
class DataBeforeRunTest {
    private static final int FORMAT = 21;

    @TempDir
    Path scratch;

    private Path out;

    @BeforeEach
    void prepare() throws IOException {
        TinyWorkspace.in(scratch);
        out = scratch.resolve("out");
    }

    private Told run(String data, String method, String training) throws IOException {
        Path recipe = Files.writeString(scratch.resolve("recipe.json"), """
                {"name": "t", "model": {"target": "target", "reference": "reference"},
                 "data": {%s},
                 "method": {"id": "%s"}, "training": {"steps": 1, "warmupSteps": 0%s}, "execution": {"threads": 1}}
                """.formatted(data, method, training));
        return Told.by("run", recipe, "--out", out);
    }

    private static final String SETS =
            "\"forget\": {\"path\": \"forget.jsonl\"}, \"retain\": {\"path\": \"retain.jsonl\"}";

    private Told refused(String data, String method) throws IOException {
        Told told = run(data, method, ", \"batch\": 2");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(out).doesNotExist();
        return told;
    }

    private List<String> warnings() {
        return RunReader.read(RunFolder.open(out)).events().stream()
                .filter(RunEvent.Warned.class::isInstance)
                .map(event -> ((RunEvent.Warned) event).message())
                .toList();
    }

    private void write(String name, String... answers) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < answers.length; i++) {
            rows.append("{\"question\": \"Who %d?\", \"answer\": \"%s\"}\n".formatted(i, answers[i]));
        }
        Files.writeString(scratch.resolve(name), rows);
    }

    @Test
    void rowsThatTheModelCannotTakeAreRefusedWithFileRowAndTokens() throws IOException {
        write("long.jsonl", "short", "x".repeat(150), "x".repeat(170), "short");
        Told told =
                refused("\"forget\": {\"path\": \"long.jsonl\"}, \"retain\": {\"path\": \"retain.jsonl\"}", "graddiff");
        assertThat(told.sentence())
                .contains("long.jsonl: row 1 has %d tokens with its prompt".formatted(FORMAT + 6 + 150))
                .contains("target takes at most 128; 2 of 4 rows are too long, the longest is row 2 with %d"
                        .formatted(FORMAT + 6 + 170))
                .contains("set \"maxLength\" of the recipe's \"prompt\" to 128 or less");
    }

    @Test
    void theRowIsTheFilesAlsoWhereRowsWereChosen() throws IOException {
        write("long.jsonl", "short", "x".repeat(150), "x".repeat(170), "short");
        Told told = refused(
                "\"forget\": {\"path\": \"long.jsonl\", \"rows\": \"2-3\"}, \"retain\": {\"path\": \"retain.jsonl\"}",
                "graddiff");
        assertThat(told.sentence()).contains("row 2 has").contains("1 of 2 rows are too long");
    }

    @Test
    void rowsOfARetainSetAndOfAnEvaluationSetAreHeldAgainstTheModelToo() throws IOException {
        write("long.jsonl", "x".repeat(150));
        assertThat(refused(
                                "\"forget\": {\"path\": \"forget.jsonl\"}, \"retain\": {\"path\": \"long.jsonl\"}",
                                "graddiff")
                        .sentence())
                .contains("long.jsonl: row 0 has 177 tokens");
        assertThat(refused(SETS + ", \"forgetEvaluation\": {\"path\": \"long.jsonl\"}", "graddiff")
                        .sentence())
                .contains("long.jsonl: row 0 has 177 tokens");
    }

    @Test
    void aWrongAnswerMayBeTheOneThatIsTooLong() throws IOException {
        Files.writeString(
                scratch.resolve("eval.jsonl"),
                "{\"question\": \"Who 0?\", \"answer\": \"a\", \"perturbed_answer\": [\"b\", \"%s\"]}"
                        .formatted("x".repeat(150)));
        assertThat(refused(SETS + ", \"forgetEvaluation\": {\"path\": \"eval.jsonl\"}", "graddiff")
                        .sentence())
                .contains("eval.jsonl: row 0 has 177 tokens");
    }

    @Test
    void refusalsThatTheModelCannotTakeBehindAQuestionAreRefused() throws IOException {
        Files.writeString(scratch.resolve("no.txt"), "No idea.\n" + "x".repeat(120) + "\n");
        assertThat(refused(SETS + ", \"alternates\": {\"path\": \"no.txt\"}", "idk-dpo")
                        .sentence())
                .contains("no.txt: row 1 has %d tokens".formatted(FORMAT + "forget 0?".length() + 120))
                .contains("1 of 2 rows are too long");
    }

    @Test
    void windowsOfATextThatTheModelCannotTakeAreRefused() throws IOException {
        Files.writeString(scratch.resolve("book.txt"), "Once upon a time. ".repeat(20));
        assertThat(refused("\"forget\": {\"path\": \"book.txt\"}, \"retain\": {\"path\": \"retain.jsonl\"}", "graddiff")
                        .sentence())
                .contains("book.txt: its texts are cut into windows of 512 tokens (\"maxLength\"), but the model")
                .contains("takes at most 128");
    }

    @Test
    void rowsThatAreCutAreCountedInTheLogAndOnTheTerminal() throws IOException {
        write("long.jsonl", "short", "x".repeat(150), "x".repeat(170), "short");
        Told told = run(
                "\"forget\": {\"path\": \"long.jsonl\"}, \"retain\": {\"path\": \"retain.jsonl\"}, \"prompt\": {\"maxLength\": 100}",
                "graddiff",
                ", \"batch\": 2");
        String sentence =
                "long.jsonl: 2 of 4 rows are longer than \"maxLength\" (100 tokens) and lose their end; the longest, row 2, has 197 tokens";
        assertThat(told.status()).isEqualTo(ExitStatus.OK);
        assertThat(warnings()).singleElement().asString().endsWith(sentence);
        assertThat(told.err()).contains("warning: ").contains(sentence);
    }

    @Test
    void aRowWithoutATokenOfItsAnswerLeftIsRefused() throws IOException {
        assertThat(refused(SETS + ", \"prompt\": {\"maxLength\": 20}", "graddiff")
                        .sentence())
                .contains("forget.jsonl: row 0 has no token of its answer left after cutting to 20 tokens");
    }

    @Test
    void emptyAnswersOfAnEvaluationSetAreCountedInTheLogAndOnTheTerminal() throws IOException {
        Files.writeString(scratch.resolve("eval.jsonl"), """
                {"question": "a", "answer": "b", "paraphrased_answer": "", "perturbed_answer": ["x", ""]}
                {"question": "c", "answer": "", "paraphrased_answer": "d", "perturbed_answer": ["x"]}
                """);
        Told told = run(SETS + ", \"forgetEvaluation\": {\"path\": \"eval.jsonl\"}", "graddiff", ", \"batch\": 2");
        assertThat(told.status()).isEqualTo(ExitStatus.OK);
        Path eval = scratch.resolve("eval.jsonl");
        assertThat(warnings())
                .containsExactly(
                        eval + ": \"answer\" is empty in 1 of 2 rows (row 1), left out",
                        eval
                                + ": \"paraphrased_answer\" is empty in 1 of 2 rows (row 0), where the answer itself stands in for it",
                        eval + ": an empty wrong answer of \"perturbed_answer\" is left out in 1 of 2 rows (row 0)");
        assertThat(told.err()).contains("\"answer\" is empty in 1 of 2 rows (row 1), left out");
    }

    @Test
    void anEmptyAnswerToLearnFromIsRefused() throws IOException {
        write("empty.jsonl", "a", "");
        assertThat(refused(
                                "\"forget\": {\"path\": \"empty.jsonl\"}, \"retain\": {\"path\": \"retain.jsonl\"}",
                                "graddiff")
                        .sentence())
                .contains("empty.jsonl: row 1, column \"answer\" is empty; expected text");
    }

    @Test
    void plainTextsForAnEvaluationAreRefused() throws IOException {
        Files.writeString(scratch.resolve("book.txt"), "Once.");
        assertThat(refused(SETS + ", \"worldFacts\": {\"path\": \"book.txt\"}", "graddiff")
                        .sentence())
                .contains("book.txt: holds plain texts, but questions with answers are needed here");
    }

    @Test
    void aBatchLargerThanTheForgetSetIsTold() throws IOException {
        assertThat(run(SETS, "graddiff", ", \"batch\": 7").status()).isEqualTo(ExitStatus.OK);
        assertThat(warnings())
                .containsExactly(
                        "\"batch\" is 7, but the forget set forget.jsonl has 6 sequences: every step takes all of them, so its batch is 6 and an epoch is one step");
    }

    @Test
    void aBatchLargerThanTheRetainSetIsTold() throws IOException {
        write("few.jsonl", "a", "b", "c");
        run(
                "\"forget\": {\"path\": \"forget.jsonl\"}, \"retain\": {\"path\": \"few.jsonl\"}",
                "graddiff",
                ", \"batch\": 4");
        assertThat(warnings())
                .containsExactly(
                        "a step draws 4 sequences of the retain set few.jsonl, which has 3: some come several times in a step");
    }

    @Test
    void aBatchThatASetFillsIsNotTold() throws IOException {
        run(SETS, "graddiff", ", \"batch\": 6");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void plainTextNamedJsonLinesIsForAlternatesAlone() throws IOException {
        Files.writeString(scratch.resolve("no.jsonl"), "No idea.\nAsk another.\n");
        assertThat(run(SETS + ", \"alternates\": {\"path\": \"no.jsonl\"}", "idk-dpo", ", \"batch\": 2")
                        .status())
                .isEqualTo(ExitStatus.OK);
    }

    @Test
    void evaluateHoldsItsRowsAgainstTheModelToo() throws IOException {
        write("forget10_perturbed.jsonl", "a", "x".repeat(150));
        Told told = Told.by("evaluate", scratch.resolve("target"), "--data", scratch, "--benchmark", "tofu-likelihood");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.sentence())
                .contains("forget10_perturbed.jsonl: row 1 has 177 tokens")
                .endsWith("take them out");
    }

    @Test
    void evaluateTellsOfEmptyAnswers() throws IOException {
        write("forget10_perturbed.jsonl", "a", "");
        Told told = Told.by("evaluate", scratch.resolve("target"), "--data", scratch, "--benchmark", "tofu-likelihood");
        assertThat(told.status()).isEqualTo(ExitStatus.OK);
        assertThat(told.err())
                .contains("forget10_perturbed.jsonl: \"answer\" is empty in 1 of 2 rows (row 1), left out");
    }

    @Test
    void lossHoldsItsRowsAgainstTheModelToo() throws IOException {
        write("long.jsonl", "x".repeat(150));
        Told told =
                Told.by("loss", "ga", "--model", scratch.resolve("target"), "--forget", scratch.resolve("long.jsonl"));
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.sentence()).contains("long.jsonl: row 0 has 177 tokens");
    }
}
