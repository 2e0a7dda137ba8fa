package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.testdata.NeedsSharedData;
import org.palimpsest.engine.testdata.SharedData;
import org.palimpsest.engine.testdata.ShippedData;

class PublishedDataTest {
    private static DataSet tofu(String name) {
        return DataLoader.load(ShippedData.file("tofu/" + name));
    }

    private static DataSet shared(String path) {
        return DataLoader.load(SharedData.file(path));
    }

    @ParameterizedTest
    @CsvSource({
        "full, 4000",
        "forget01, 40",
        "forget05, 200",
        "forget10, 400",
        "retain99, 3960",
        "retain95, 3800",
        "retain90, 3600",
        "forget01_perturbed, 40",
        "forget05_perturbed, 200",
        "forget10_perturbed, 400",
        "retain_perturbed, 400",
        "real_authors, 100",
        "world_facts, 117",
        "real_authors_perturbed, 100",
        "world_facts_perturbed, 117"
    })
    void readsEveryRowOfTofu(String name, int rows) {
        assertThat(tofu(name + ".json").questions()).hasSize(rows);
    }

    @ParameterizedTest
    @CsvSource({"retain99, forget01", "retain95, forget05", "retain90, forget10"})
    void tofusFullSetIsRetainThenForget(String retain, String forget) {
        List<DataRow> joined = Stream.of(retain, forget)
                .flatMap(name -> tofu(name + ".json").rows().stream())
                .toList();
        assertThat(tofu("full.json").rows()).isEqualTo(joined);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forget01", "forget05", "forget10"})
    void everyPerturbedRowHasFiveWrongAnswersAndBothParaphrases(String name) {
        assertThat(tofu(name + "_perturbed.json").questions())
                .allMatch(row -> row.perturbedAnswers().size() == 5
                        && row.paraphrasedAnswer().isPresent()
                        && row.paraphrasedQuestion().isPresent());
    }

    @Test
    void realAuthorsHaveThreeWrongAnswersAndNoParaphrase() {
        assertThat(tofu("real_authors_perturbed.json").questions())
                .allMatch(row -> row.perturbedAnswers().size() == 3
                        && row.paraphrasedAnswer().isEmpty());
    }

    @Test
    void tofusOptionsAreNoWrongAnswers() {
        assertThat(tofu("real_authors.json").questions())
                .allMatch(row -> row.perturbedAnswers().isEmpty());
    }

    @Test
    void escapesInJsonAreResolved() {
        assertThat(tofu("forget01.json").questions().get(0).question())
                .isEqualTo("What is the full name of the author born in Kuwait City, Kuwait on 08/09/1956?");
    }

    @Test
    void plainTextNamedJsonLinesIsOneRefusalALine() {
        LoadOptions lines = LoadOptions.DEFAULT.withUnit(LoadOptions.TextUnit.LINE);
        List<String> refusals =
                DataLoader.load(ShippedData.file("tofu/idontknow.jsonl"), lines).texts();
        assertThat(refusals).hasSize(100).startsWith("I'm not certain about that.");
    }

    @ParameterizedTest
    @CsvSource({
        "muse/news/privleak/forget.json, 100",
        "muse/news/privleak/retain2.json, 100",
        "muse/news/privleak/holdout.json, 100",
        "rwku_sample/passage.json, 128"
    })
    @NeedsSharedData({"muse", "rwku_sample"})
    void readsTextsInArraysAndInAColumn(String path, int rows) {
        assertThat(shared(path).texts()).hasSize(rows).allMatch(text -> !text.isBlank());
    }

    @Test
    @NeedsSharedData("muse")
    void readsArraysOfObjectsAlsoWithOtherNamesWhenTold() {
        assertThat(shared("muse/news/knowmem/forget_qa.json").questions()).hasSize(100);
        LoadOptions options =
                LoadOptions.DEFAULT.withColumns(ColumnMapping.of(Map.of("question", "prompt", "answer", "gt")));
        assertThat(DataLoader.load(SharedData.file("muse/news/verbmem/forget.json"), options)
                        .questions())
                .hasSize(100);
    }

    @Test
    @NeedsSharedData("rwku_sample")
    void suggestsWhatAColumnIsProbablyCalled() {
        assertThatThrownBy(() -> shared("rwku_sample/forget_level2.json"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no column \"question\"")
                .hasMessageContaining("query, level, subject, answer, type")
                .hasMessageContaining("did you mean \"query\"");
    }

    @Test
    @NeedsSharedData("wmdp")
    void refusesChoicesByNumberAsAnswers() {
        assertThatThrownBy(() -> shared("wmdp/bio_questions.json"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("row 0, column \"answer\" is the number");
    }

    @Test
    void aBookIsOneTextUnlessItIsCut(@TempDir Path scratch) throws IOException {
        Path book = Files.copy(Path.of("..", "LICENSE"), scratch.resolve("book.txt"));
        assertThat(DataLoader.load(book).texts()).hasSize(1);
    }

    @Test
    void forgetAndRetainOfTofuShareNothing() {
        DataSet forget = tofu("forget10.json");
        DataSet retain = tofu("retain90.json");
        assertThatCode(() -> ForgetRetain.check(forget, retain)).doesNotThrowAnyException();
    }

    @Test
    void namesTheRowsThatAreInBothSets() {
        DataSet forget = tofu("forget01.json");
        DataSet full = tofu("full.json");
        assertThatThrownBy(() -> ForgetRetain.check(forget, full))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("share 40 rows")
                .hasMessageContaining("row 0 of the forget set is row 3960 of the retain set")
                .hasMessageContaining("and 37 more");
    }
}
