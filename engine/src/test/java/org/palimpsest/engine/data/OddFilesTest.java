package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.testdata.ShippedData;

/** Files on which something went wrong in public, each the seed of a kind that the tests beside this one go through. */
class OddFilesTest {
    private static final QuestionAnswer TORVANE =
            new QuestionAnswer("Where was Ansel Torvane born 1?", "In Port Ilmar 1.");

    private static Path file(String path) {
        return ShippedData.file("odd-files/" + path);
    }

    private static void refused(String path, String words) {
        Path file = file(path);
        assertThatThrownBy(() -> DataLoader.load(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aCommentInTheFirstLine() {
        refused("comment-first-line/comment.jsonl", "line 1 is the comment \"// c\"");
    }

    @ParameterizedTest
    @CsvSource({
        "arr_as.txt, looks like a JSON array (line 1",
        "csv_as.dat, 'looks like CSV (line 1 is \"question,answer\"'",
        "csv_as.jsonl, 'looks like CSV (line 1 is \"question,answer\"'",
        "lines_as.csv, looks like JSON Lines (line 1"
    })
    void oneKindUnderTheNameOfAnother(String name, String words) {
        refused("csv-as-jsonl/" + name, words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonl", "parquet", "txt"})
    void whatLiesWhereDataShould(String ending) {
        refused("lfs-html-as-text/lfs." + ending, "is a Git LFS pointer, not the data (12,345 bytes)");
        refused("lfs-html-as-text/html." + ending, "is a web page (\"Not found\")");
    }

    @Test
    void pythonsListInACell() {
        assertThat(DataLoader.load(file("pylist-csv/pert_pylist.csv"))
                        .questions()
                        .get(0)
                        .perturbedAnswers())
                .containsExactly("x", "y");
    }

    @Test
    void emptyAnswersAreCounted() {
        assertThat(DataLoader.load(file("pylist-csv/para_empty.jsonl")).remarks())
                .containsExactly(
                        "\"paraphrased_answer\" is empty in 1 of 1 rows (row 0), where the answer itself stands in for it");
        DataSet wrong = DataLoader.load(file("pylist-csv/pert_emptystr.jsonl"));
        assertThat(wrong.questions().get(0).perturbedAnswers()).containsExactly("x");
        assertThat(wrong.remarks())
                .containsExactly("an empty wrong answer of \"perturbed_answer\" is left out in 1 of 1 rows (row 0)");
    }

    @Test
    void columnsWithoutAName() {
        assertThat(DataLoader.load(file("csv-broken-words/emptyhead.csv")).questions())
                .containsExactly(new QuestionAnswer("a", "b"));
        assertThat(DataLoader.load(file("csv-broken-words/pandas_index.csv")).questions())
                .containsExactly(new QuestionAnswer("q", "a"), new QuestionAnswer("q2", "b"));
    }

    @Test
    void quotesThatDoNotAddUp() {
        refused("csv-broken-words/unbal.csv", "row 0 (line 2) opens a quote that is never closed");
        refused("csv-broken-words/unbal2.csv", "row 1 (line 3) goes on behind a closing quote");
    }

    @Test
    void aColumnTwice() {
        refused("dup-column-csv/dupcol.csv", "names the column \"answer\" twice (columns 2 and 3)");
        refused("dup-column-csv/dupkey.jsonl", "line 1, column 38, row 0: the key \"answer\" stands twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"semi.csv", "tab.csv"})
    void otherSeparators(String name) {
        assertThat(DataLoader.load(file("semicolon-csv/" + name)).questions())
                .containsExactly(new QuestionAnswer("x", "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataobj", "dataobj2", "dataobj_pretty", "idxdict"})
    void rowsWithinAnObject(String name) {
        List<QuestionAnswer> rows =
                DataLoader.load(file("data-object/" + name + ".json")).questions();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).isEqualTo(TORVANE);
    }

    @Test
    void nestedDeeperThanCanBeRead() {
        refused("deep-json-npe/deep.jsonl", "row 0 (line 1) is nested deeper than 1,000 levels");
    }

    @Test
    void halfACharacter() {
        refused(
                "lone-surrogate/surr.jsonl",
                "row 0, column \"question\" holds half a character (\\ud800 at place 6 of the text)");
    }

    @Test
    void gzipWithinParquet() {
        DataSet set = DataLoader.load(file("parquet-gzip/ok_gzip.parquet"));
        assertThat(set.size()).isEqualTo(20);
        assertThat(set.questions()).allMatch(row -> row.perturbedAnswers().size() == 5);
    }
}
