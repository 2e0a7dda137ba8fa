package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.data.ColumnMapping;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** Columns that a recipe names are held against the files', and mistakes told at their line and key. */
class RecipeColumnsTest {
    @TempDir
    Path scratch;

    private Path recipe;

    @BeforeEach
    void prepare() throws IOException {
        TinyWorkspace.in(scratch);
        Files.writeString(scratch.resolve("table.csv"), "frage,antwort\nWho?,She.\nWhen?,Then.\n");
    }

    private Told run(String forget, String... more) throws IOException {
        recipe = Files.writeString(scratch.resolve("recipe.json"), """
                {
                  "model": {"target": "target"},
                  "data": {
                    "forget": %s,
                    "retain": {"path": "retain.jsonl"}%s
                  },
                  "method": {"id": "graddiff"},
                  "training": {"steps": 1, "batch": 2}
                }
                """.formatted(forget, String.join("", more)));
        return Told.by("run", recipe, "--out", scratch.resolve("out"));
    }

    private void refused(Told told, String... words) {
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.err()).contains(recipe.toString()).contains(words);
        assertThat(scratch.resolve("out")).doesNotExist();
    }

    @Test
    void aRecipeKnowsTheFieldsThatAreRead() {
        assertThat(DataSource.FIELDS).containsExactlyElementsOf(ColumnMapping.roles());
    }

    @Test
    void aColumnThatIsNotThereIsToldAtItsLine() throws IOException {
        refused(
                run("{\"path\": \"table.csv\", \"columns\": {\"question\": \"fragen\", \"answer\": \"antwort\"}}"),
                "line 4, column 61, /data/forget/columns/question: ",
                "table.csv: has no column \"fragen\"; its columns are frage, antwort; did you mean \"frage\"?");
    }

    @Test
    void everyColumnThatIsNotThereIsTold() throws IOException {
        refused(
                run(
                        "{\"path\": \"table.csv\", \"columns\": {\"question\": \"q\", \"answer\": \"a\"}}",
                        ",\n    \"forgetEvaluation\": {\"path\": \"forget.jsonl\", \"columns\": {\"perturbed_answer\": \"wrong\"}}"),
                "3 problems",
                "line 4, column 61, /data/forget/columns/question: ",
                "line 4, column 76, /data/forget/columns/answer: ",
                "line 6, column 82, /data/forgetEvaluation/columns/perturbed_answer: ",
                "forget.jsonl: has no column \"wrong\"");
    }

    @Test
    void aColumnThatNobodyMappedIsToldAtItsSource() throws IOException {
        refused(
                run("{\"path\": \"table.csv\"}"),
                "line 4, column 15, /data/forget/columns/question: ",
                "has no column \"question\"; its columns are frage, antwort");
    }

    @Test
    void aFieldThatIsNoneIsToldAtItsLine() throws IOException {
        refused(
                run("{\"path\": \"table.csv\", \"columns\": {\"questions\": \"frage\"}}"),
                "line 4, column 62, /data/forget/columns/questions: unknown field \"questions\". Did you mean \"question\"?");
    }

    @Test
    void aFieldThatTheSetDoesNotReadIsTold() throws IOException {
        refused(
                run(
                        "{\"path\": \"forget.jsonl\"}",
                        ",\n    \"alternates\": {\"path\": \"retain.jsonl\", \"columns\": {\"perturbed_answer\": \"wrong\"}}"),
                "/data/alternates/columns/perturbed_answer: unknown field \"perturbed_answer\".",
                "Known here: question, answer, text.");
        refused(
                run(
                        "{\"path\": \"forget.jsonl\"}",
                        ",\n    \"worldFacts\": {\"path\": \"retain.jsonl\", \"columns\": {\"text\": \"body\"}}"),
                "/data/worldFacts/columns/text: unknown field \"text\".");
    }

    @Test
    void columnsOfAFileWithoutAnyAreTold() throws IOException {
        Files.writeString(scratch.resolve("book.txt"), "Once upon a time.");
        refused(
                run("{\"path\": \"book.txt\", \"columns\": {\"question\": \"q\"}}"),
                "/data/forget/columns/question: ",
                "book.txt: has no columns, since each row is one text; \"columns\" maps \"question\" to \"q\": leave that out");
    }

    @Test
    void textsBesideQuestionsAreTold() throws IOException {
        Files.writeString(scratch.resolve("both.csv"), "question,answer,body\nWho?,She.,Once.\n");
        refused(
                run("{\"path\": \"both.csv\", \"columns\": {\"text\": \"body\"}}"),
                "/data/forget/columns/text: ",
                "both.csv: has a column of questions, \"question\", so the texts of \"body\" would not be read");
    }

    @Test
    void oneColumnForQuestionAndAnswerIsTold() throws IOException {
        refused(
                run("{\"path\": \"table.csv\", \"columns\": {\"question\": \"frage\", \"answer\": \"frage\"}}"),
                "/data/forget/columns/answer: ",
                "takes question and answer from one column, \"frage\"");
    }

    @Test
    void columnsThatAreThereAreRead() throws IOException {
        assertThat(run("{\"path\": \"table.csv\", \"columns\": {\"question\": \"frage\", \"answer\": \"antwort\"}}")
                        .status())
                .isEqualTo(ExitStatus.OK);
    }

    @Test
    void aFormatThatTheRecipeSaysIsReadUnderEveryName() throws IOException {
        Files.move(scratch.resolve("table.csv"), scratch.resolve("table.dat"));
        assertThat(
                        run("{\"path\": \"table.dat\", \"format\": \"csv\", \"columns\": {\"question\": \"frage\", \"answer\": \"antwort\"}}")
                                .status())
                .isEqualTo(ExitStatus.OK);
    }

    @Test
    void aFormatThatTheFileIsNotIsTold() throws IOException {
        assertThat(run("{\"path\": \"table.csv\", \"format\": \"text\"}").err())
                .contains("table.csv: looks like CSV (line 1 is \"frage,antwort\"")
                .contains("but the recipe says plain text");
    }
}
