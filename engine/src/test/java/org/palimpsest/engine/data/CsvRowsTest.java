package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    private static final QuestionAnswer ROW = new QuestionAnswer("Who?", "She.");

    @TempDir
    Path folder;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private void refused(String content, String... words) throws IOException {
        Path file = write("a.csv", content);
        assertThatThrownBy(() -> DataLoader.load(file))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContainingAll(words)
                .satisfies(e -> assertThat(e.getMessage().replace(file.toString(), ""))
                        .doesNotContain("-1", "encapsulated", "EOF", "Exception"));
    }

    @ParameterizedTest
    @CsvSource({"a.csv, ;", "a.csv, '\t'", "a.csv, |", "a.tsv, ','", "a.tsv, ;", "a.tab, '\t'", "a.CSV, ;"})
    void theSeparatorIsSeen(String name, String sign) throws IOException {
        String table = "question%1$sanswer\nWho?%1$sShe.\n\"When%1$s where?\"%1$s\"Then, there.\"\n".formatted(sign);
        assertThat(DataLoader.load(write(name, table)).questions())
                .containsExactly(ROW, new QuestionAnswer("When" + sign + " where?", "Then, there."));
    }

    @Test
    void theSeparatorIsSeenBehindQuotedNames() throws IOException {
        assertThat(DataLoader.load(write("a.csv", "\"question\";\"answer\"\n\"Who?\";\"She.\"\n"))
                        .questions())
                .containsExactly(ROW);
    }

    @Test
    void theSeparatorThatFitsEveryLineIsTaken() throws IOException {
        Path file = write("a.csv", "question;answer, in full\nWho?;She.\nWhen, then?;Then, so, there.\n");
        assertThat(DataSurvey.of(file).columns()).containsExactly("question", "answer, in full");
    }

    @Test
    void commasAreTakenWhereOthersFitAsWell() throws IOException {
        Path file = write("a.csv", "question,answer;note\nWho?,She;x\n");
        assertThat(DataSurvey.of(file).columns()).containsExactly("question", "answer;note");
    }

    @Test
    void aLineThatNamesTheSeparatorIsNoColumn() throws IOException {
        assertThat(DataLoader.load(write("a.csv", "sep=;\r\nquestion;answer\r\nWho?;She.\r\n"))
                        .questions())
                .containsExactly(ROW);
    }

    @Test
    void spacesAroundNamesDoNotBelongToThem() throws IOException {
        assertThat(DataLoader.load(write("a.csv", "question , answer\nWho?,She.\n"))
                        .questions())
                .containsExactly(ROW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",question,answer\n0,Who?,She.\n",
                "question,answer,\nWho?,She.,x\n",
                "question,,answer,\nWho?,,She.,\n"
            })
    void aColumnWithoutANameIsLeftOut(String table) throws IOException {
        Path file = write("a.csv", table);
        assertThat(DataLoader.load(file).questions()).containsExactly(ROW);
        assertThat(DataSurvey.of(file).columns()).containsExactly("question", "answer");
        assertThat(DataSurvey.of(file).remarks()).anyMatch(remark -> remark.contains("has no name and is left out"));
    }

    @Test
    void aColumnTwiceIsNamed() throws IOException {
        refused(
                "question,answer,answer\nWho?,She.,He.\n",
                "names the column \"answer\" twice (columns 2 and 3); which of them is meant is unknown");
        refused(
                "question,answer, \"question\" \nWho?,She.,He.\n".replace(" \"question\" ", " question "),
                "\"question\" twice (columns 1 and 3)");
    }

    @Test
    void aQuoteThatIsNotClosedIsNamedWithItsRowAndLine() throws IOException {
        refused("question,answer\n\"abc,def\nx,y\n", "row 0 (line 2) opens a quote that is never closed");
        refused("question,answer\nWho?,She.\n\n\"Two\nlines\",She.\nx,\"y\nz,z\n", "row 2 (line 6) opens a quote");
        refused("\"question,answer\nWho?,She.\n", "line 1 opens a quote that is never closed");
    }

    @Test
    void aQuoteWithinAQuotedCellIsNamedWithItsRowAndLine() throws IOException {
        refused("question,answer\na \"quoted\" b,c\n\"x\" y,z\n", "row 1 (line 3) goes on behind a closing quote");
    }

    @Test
    void aQuoteWithinAnUnquotedCellIsKept() throws IOException {
        assertThat(DataLoader.load(write("a.csv", "question,answer\na \"quoted\" b,c\n"))
                        .questions())
                .containsExactly(new QuestionAnswer("a \"quoted\" b", "c"));
    }

    @Test
    void aRowOfOtherLengthIsNamedWithItsFirstLine() throws IOException {
        refused(
                "question,answer\n\"Two\nlines\",She.\n\nWho?\n",
                "row 1 (line 5) has 1 cells, but the first line names 2 columns; put cells with commas in quotes");
        refused("question;answer\nWho?;She.;x\n", "row 0 (line 2) has 3 cells", "put cells with semicolons in quotes");
    }

    @Test
    void aCommentInFrontIsNamed() throws IOException {
        refused(
                "# made by hand\nquestion,answer\nWho?,She.\n",
                "row 0 (line 2) has 2 cells, but the first line names 1 columns (\"# made by hand\"; is it a comment? take it out)");
    }

    @Test
    void aTableWithoutNamesSaysWhatItTookForThem() throws IOException {
        refused(
                "Where was she born?,In Port Ilmar.\nWho?,She.\n",
                "its columns are Where was she born?, In Port Ilmar.");
    }

    @Test
    void aTableWithOneColumnIsReadAsTexts() throws IOException {
        assertThat(DataLoader.load(write("a.csv", "text\nOne; two.\n\n\"Three, four.\"\n"))
                        .texts())
                .containsExactly("One; two.", "Three, four.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"question,answer", "question,answer\n\n \n", "\n\nquestion,answer\n"})
    void namesWithoutRowsAreNoRows(String table) throws IOException {
        refused(table, "holds no rows; expected at least one");
    }

    @Test
    void anEmptyCellIsNoAnswer() throws IOException {
        refused("question,answer\nWho?,She.\nWhen?,\n", "row 1, column \"answer\" is absent; expected text");
        refused("question,answer\nWho?,She.\nWhen?,\"  \"\n", "row 1, column \"answer\" is empty; expected text");
    }

    @Test
    void pythonsListsAreRead() throws IOException {
        Path file = write(
                "a.csv",
                "question,answer,perturbed_answer\nWho?,She.,\"['x', \"\"y's\"\", 'a\\'b\"\"c', 'n\\n\\xe9\\u6f22']\"\n");
        assertThat(DataLoader.load(file).questions().get(0).perturbedAnswers())
                .containsExactly("x", "y's", "a'b\"c", "n\né\u6f22");
    }

    @Test
    void aListThatCannotBeReadIsNamed() throws IOException {
        refused(
                "question,answer,perturbed_answer\nWho?,She.,['x']\nWho else?,He.,\"['x' 'y']\"\n",
                "row 1, column \"perturbed_answer\" looks like a list of texts (\"['x' 'y']\"), but neither JSON nor Python writes one so");
    }

    @Test
    void aListWhereATextBelongsIsNamed() throws IOException {
        refused(
                "question,answer\nWho?,\"['x', 'y']\"\n",
                "row 0, column \"answer\" is a list of 2 values; expected text");
        refused("question,answer\nWho?,\"['x' 'y']\"\n", "row 0, column \"answer\" looks like a list of texts");
    }

    @Test
    void aListWithSomethingElseInItIsNamed() throws IOException {
        refused(
                "question,answer,perturbed_answer\nWho?,She.,\"['x', 3]\"\n",
                "row 0, column \"perturbed_answer\" is a list with the number 3; expected a list of texts");
        refused("question,answer,perturbed_answer\nWho?,She.,\"['x', None]\"\n", "is a list with an empty value");
    }

    @Test
    void bracketsInProseAreProse() throws IOException {
        assertThat(DataLoader.load(write("a.csv", "question,answer\nWho?,[redacted]\nWhen?,[1] then [2]\n"))
                        .questions())
                .extracting(QuestionAnswer::answer)
                .containsExactly("[redacted]", "[1] then [2]");
    }
}
