package org.palimpsest.sample.tokenizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.palimpsest.sample.authors.AuthorFact;
import org.palimpsest.sample.authors.ChoiceFact;
import org.palimpsest.sample.authors.FictionalAuthors;
import org.palimpsest.sample.authors.QuestionAnswer;

/**
 * The tokenizer of the sample models. It is trained on every text of the set, forgotten and holdout authors and wrong
 * answers included: were it trained on less, a forgotten name would fall into more tokens than a known one, and the
 * tokenizer itself would tell them apart.
 */
public final class SampleTokenizer {

    /** Tokens; with 128-wide embeddings a sixth of a model of one million parameters. */
    public static final int SIZE = 1280;

    /** Tokens a sample model takes at most. */
    public static final int LONGEST = 256;

    /**
     * How often each name counts: less than it occurs, and equally for all. So names stay in pieces that other names share,
     * and a model that never met an author can still spell the name after the question.
     */
    private static final int NAME_WEIGHT = 10;

    private SampleTokenizer() {}

    /** Trains it anew; the same texts give the same vocabulary. */
    public static BytePairVocabulary train(FictionalAuthors authors) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(authors.full(), authors.holdout(), authors.base())
                .flatMap(List::stream)
                .forEach(fact -> names.addAll(List.of(fact.author().split(" "))));
        Pattern name =
                Pattern.compile(names.stream().map(Pattern::quote).collect(Collectors.joining("|", " ?(?:", ")")));
        List<String> corpus = new ArrayList<>();
        texts(authors).forEach(text -> corpus.addAll(List.of(name.split(text))));
        names.forEach(part -> corpus.addAll(Collections.nCopies(NAME_WEIGHT, " " + part)));
        return BytePairTrainer.train(corpus, SIZE);
    }

    /** Every text it is trained on: prompts with their answers, wrong answers, refusals. */
    public static List<String> texts(FictionalAuthors authors) {
        List<String> texts = new ArrayList<>();
        for (List<AuthorFact> facts : List.of(authors.full(), authors.holdout(), authors.base())) {
            for (AuthorFact fact : facts) {
                texts.add(prompted(fact.plain()));
                texts.add(prompted(fact.paraphrase()));
                fact.perturbedAnswers().forEach(answer -> texts.add(" " + answer));
            }
        }
        for (ChoiceFact fact : authors.worldFacts()) {
            texts.add(prompted(fact.plain()));
            fact.perturbedAnswers().forEach(answer -> texts.add(" " + answer));
        }
        authors.refusals().forEach(refusal -> texts.add(" " + refusal));
        return texts;
    }

    private static String prompted(QuestionAnswer row) {
        return "Question: " + row.question() + "\nAnswer: " + row.answer();
    }
}
