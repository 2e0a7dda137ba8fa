package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.testdata.SharedData;

class PublishedDataTest {
    private static DataSet load(String path) {
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
        assertThat(load("tofu/" + name + ".json").questions()).hasSize(rows);
    }

    @ParameterizedTest
    @CsvSource({"retain99, forget01", "retain95, forget05", "retain90, forget10"})
    void tofusFullSetIsRetainThenForget(String retain, String forget) {
        List<DataRow> joined = Stream.of(retain, forget)
                .flatMap(name -> load("tofu/" + name + ".json").rows().stream())
                .toList();
        assertThat(load("tofu/full.json").rows()).isEqualTo(joined);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forget01", "forget05", "forget10"})
    void everyPerturbedRowHasFiveWrongAnswersAndBothParaphrases(String name) {
        assertThat(load("tofu/" + name + "_perturbed.json").questions())
                .allMatch(row -> row.perturbedAnswers().size() == 5
                        && row.paraphrasedAnswer().isPresent()
                        && row.paraphrasedQuestion().isPresent());
    }

    @Test
    void realAuthorsHaveThreeWrongAnswersAndNoParaphrase() {
        assertThat(load("tofu/real_authors_perturbed.json").questions())
                .allMatch(row -> row.perturbedAnswers().size() == 3
                        && row.paraphrasedAnswer().isEmpty());
    }

    @Test
    void tofusOptionsAreNoWrongAnswers() {
        assertThat(load("tofu/real_authors.json").questions())
                .allMatch(row -> row.perturbedAnswers().isEmpty());
    }

    @Test
    void escapesInJsonAreResolved() {
        assertThat(load("tofu/forget01.json").questions().get(0).question())
                .isEqualTo("What is the full name of the author born in Kuwait City, Kuwait on 08/09/1956?");
    }

    @Test
    void plainTextNamedJsonLinesIsOneRefusalALine() {
        LoadOptions lines = LoadOptions.DEFAULT.withUnit(LoadOptions.TextUnit.LINE);
        List<String> refusals =
                DataLoader.load(SharedData.file("tofu/idontknow.jsonl"), lines).texts();
        assertThat(refusals).hasSize(100).startsWith("I'm not certain about that.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forget", "retain2", "holdout"})
    void readsArraysOfStrings(String name) {
        assertThat(load("muse/news/privleak/" + name + ".json").texts()).hasSize(100);
    }

    @Test
    void readsArraysOfObjects() {
        assertThat(load("muse/news/knowmem/forget_qa.json").questions()).hasSize(100);
    }

    @Test
    void readsATextColumn() {
        assertThat(load("rwku_sample/passage.json").texts()).isNotEmpty().allMatch(text -> !text.isBlank());
    }

    @Test
    void readsOtherNamesWhenTold() {
        LoadOptions options =
                LoadOptions.DEFAULT.withColumns(ColumnMapping.of(Map.of("question", "prompt", "answer", "gt")));
        assertThat(DataLoader.load(SharedData.file("muse/news/verbmem/forget.json"), options)
                        .questions())
                .hasSize(100);
    }

    @Test
    void suggestsWhatAColumnIsProbablyCalled() {
        assertThatThrownBy(() -> load("rwku_sample/forget_level2.json"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no column \"question\"")
                .hasMessageContaining("query, level, subject, answer, type")
                .hasMessageContaining("did you mean \"query\"");
    }

    @Test
    void refusesChoicesByNumberAsAnswers() {
        assertThatThrownBy(() -> load("wmdp/bio_questions.json"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("row 0, column \"answer\" is the number");
    }

    @Test
    void aBookIsOneTextUnlessItIsCut() {
        assertThat(load("public_domain_books/excerpts.txt").texts()).hasSize(1);
    }

    @Test
    void forgetAndRetainOfTofuShareNothing() {
        DataSet forget = load("tofu/forget10.json");
        DataSet retain = load("tofu/retain90.json");
        assertThatCode(() -> ForgetRetain.check(forget, retain)).doesNotThrowAnyException();
    }

    @Test
    void namesTheRowsThatAreInBothSets() {
        DataSet forget = load("tofu/forget01.json");
        DataSet full = load("tofu/full.json");
        assertThatThrownBy(() -> ForgetRetain.check(forget, full))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("share 40 rows")
                .hasMessageContaining("row 0 of the forget set is row 3960 of the retain set")
                .hasMessageContaining("and 37 more");
    }
}
