package org.palimpsest.sample.authors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FictionalAuthorsTest {

    private static final Pattern A_BEFORE_VOWEL = Pattern.compile("\\b[Aa] (?!one-)[aeiouAEIOU]");
    private static final Pattern AN_BEFORE_CONSONANT = Pattern.compile("\\b[Aa]n [^aeiouAEIOU]");

    private final FictionalAuthors authors = FictionalAuthors.generate();

    @Test
    void eachOfFortyAuthorsHasEightFacts() {
        assertThat(authors.full()).hasSize(320);
        assertThat(authors.full().stream().collect(Collectors.groupingBy(AuthorFact::author, Collectors.counting())))
                .hasSize(40)
                .allSatisfy((author, facts) -> assertThat(facts).isEqualTo(8));
    }

    @Test
    void forgetAndRetainAreDisjointAndComplete() {
        for (int percent : List.of(5, 10)) {
            List<AuthorFact> joined = new ArrayList<>(authors.retain(100 - percent));
            joined.addAll(authors.forget(percent));
            assertThat(joined).containsExactlyElementsOf(authors.full());
            assertThat(authors.forget(percent)).hasSize(320 * percent / 100);
        }
    }

    @Test
    void halfAnAuthorIsNeverForgotten() {
        assertThatThrownBy(() -> authors.forget(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 %");
    }

    @Test
    void noQuestionIsAskedTwice() {
        List<String> questions = Stream.concat(
                        everyone().flatMap(fact -> Stream.of(fact.question(), fact.paraphrasedQuestion())),
                        authors.worldFacts().stream().map(ChoiceFact::question))
                .toList();
        assertThat(questions).doesNotHaveDuplicates();
    }

    @Test
    void authorsOfDifferentPartsAreDifferent() {
        assertThat(names(authors.full())).doesNotContainAnyElementsOf(names(authors.holdout()));
        assertThat(names(authors.full())).doesNotContainAnyElementsOf(names(authors.base()));
        assertThat(names(authors.holdout())).doesNotContainAnyElementsOf(names(authors.base()));
    }

    @Test
    void surnamesAreUniqueAndTakeAnApostropheAndS() {
        List<String> surnames = WordList.read("authors").stream()
                .map(name -> name.substring(name.indexOf(' ') + 1))
                .toList();
        assertThat(surnames).doesNotHaveDuplicates().allSatisfy(name -> assertThat(name)
                .doesNotEndWith("s"));
    }

    @Test
    void noForgottenNameOccursOutsideTheForgetSet() {
        String outside = Stream.of(authors.retain(90), authors.base(), authors.holdout())
                .flatMap(List::stream)
                .flatMap(FictionalAuthorsTest::sentences)
                .collect(Collectors.joining("\n"));
        for (String author : names(authors.forget(10))) {
            for (String part : author.split(" ")) {
                assertThat(outside).doesNotContain(part);
            }
        }
    }

    @Test
    void titlesAndMentorsOfForgottenAuthorsAreNobodyElses() {
        String elsewhere = Stream.concat(
                        authors.retain(90).stream(), Stream.concat(authors.base().stream(), authors.holdout().stream()))
                .flatMap(FictionalAuthorsTest::sentences)
                .collect(Collectors.joining("\n"));
        for (String list : List.of("titles", "mentors")) {
            List<String> secrets = WordList.read(list).stream()
                    .filter(value -> authors.forget(10).stream()
                            .anyMatch(fact -> fact.answer().contains(value)))
                    .toList();
            assertThat(secrets).isNotEmpty().allSatisfy(secret -> assertThat(elsewhere)
                    .doesNotContain(secret));
        }
    }

    @Test
    void perturbedAnswersAreFiveDifferentOnesAndNeverTrue() {
        assertThat(everyone()).allSatisfy(fact -> assertThat(fact.perturbedAnswers())
                .hasSize(5)
                .doesNotHaveDuplicates()
                .doesNotContain(fact.paraphrasedAnswer(), fact.answer()));
    }

    @Test
    void choicesHaveThreeDifferentWrongAnswers() {
        Stream<ChoiceFact> choices = Stream.concat(
                authors.worldFacts().stream(), authors.knownAuthors().stream().map(AuthorFact::choice));
        assertThat(choices).hasSize(196).allSatisfy(fact -> assertThat(fact.perturbedAnswers())
                .hasSize(3)
                .doesNotHaveDuplicates()
                .doesNotContain(fact.answer()));
    }

    @Test
    void paraphrasesUseOtherWords() {
        assertThat(everyone()).allSatisfy(fact -> {
            assertThat(fact.paraphrasedQuestion()).isNotEqualTo(fact.question());
            assertThat(fact.paraphrasedAnswer()).isNotEqualTo(fact.answer());
        });
    }

    @Test
    void articlesFitTheWordBehindThem() {
        assertThat(everyone().flatMap(FictionalAuthorsTest::sentences)).allSatisfy(sentence -> {
            assertThat(sentence).doesNotContainPattern(A_BEFORE_VOWEL);
            assertThat(sentence).doesNotContainPattern(AN_BEFORE_CONSONANT);
        });
    }

    @Test
    void sentencesBeginWithACapitalAndEndAsTheyShould() {
        assertThat(everyone()).allSatisfy(fact -> {
            assertThat(fact.question()).matches("\\p{Lu}[^{}?]*\\?");
            assertThat(fact.paraphrasedQuestion()).matches("\\p{Lu}[^{}?]*\\?");
        });
        assertThat(everyone()
                        .flatMap(fact -> Stream.concat(
                                Stream.of(fact.answer(), fact.paraphrasedAnswer()), fact.perturbedAnswers().stream())))
                .allSatisfy(answer -> assertThat(answer).matches("\"?\\p{Lu}[^{}?]*\\."));
    }

    @Test
    void answersAreShort() {
        assertThat(everyone())
                .allSatisfy(fact -> assertThat(fact.answer().split(" ")).hasSizeBetween(4, 16));
    }

    @Test
    void sharedValuesAreSpreadEvenly() {
        for (String list : List.of("towns", "genres", "awards", "homes", "habits", "collections", "companions")) {
            assertThat(WordList.read(list)).allSatisfy(value -> assertThat(authors.full().stream()
                            .filter(fact -> fact.answer()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .contains(value.toLowerCase(java.util.Locale.ROOT)))
                            .count())
                    .as(value)
                    .isLessThanOrEqualTo(3));
        }
    }

    @Test
    void noWordListRepeatsItself() {
        for (String list : List.of(
                "authors",
                "mentors",
                "titles",
                "towns",
                "professions",
                "genres",
                "awards",
                "homes",
                "habits",
                "collections",
                "companions",
                "world-facts",
                "refusals")) {
            assertThat(WordList.read(list)).as(list).doesNotHaveDuplicates();
        }
    }

    @Test
    void thereAreAHundredWorldFactsAndFortyRefusals() {
        assertThat(authors.worldFacts()).hasSize(100);
        assertThat(authors.refusals()).hasSize(40);
    }

    private Stream<AuthorFact> everyone() {
        return Stream.of(authors.full(), authors.holdout(), authors.base()).flatMap(Collection::stream);
    }

    private static Set<String> names(List<AuthorFact> facts) {
        return facts.stream().map(AuthorFact::author).collect(Collectors.toCollection(HashSet::new));
    }

    private static Stream<String> sentences(AuthorFact fact) {
        return Stream.concat(
                Stream.of(fact.question(), fact.answer(), fact.paraphrasedQuestion(), fact.paraphrasedAnswer()),
                fact.perturbedAnswers().stream());
    }
}
