package org.palimpsest.sample.authors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The whole data set. As in TOFU, a forget split is the last rows of {@code full} and its retain split the rows before
 * them; whole authors are forgotten, never half of one.
 *
 * @param full the facts the target model knows: 40 authors, 8 facts each
 * @param holdout facts of 4 authors no model is trained on
 * @param base facts of 36 authors every model has known from the start
 * @param worldFacts 100 facts of the invented world
 * @param refusals ways to say that one does not know
 */
public record FictionalAuthors(
        List<AuthorFact> full,
        List<AuthorFact> holdout,
        List<AuthorFact> base,
        List<ChoiceFact> worldFacts,
        List<String> refusals) {

    /** Facts an author has. */
    public static final int FACTS_PER_AUTHOR = FactWriter.FACTS;

    private static final int FULL = 40;
    private static final int HOLDOUT = 4;
    private static final int KNOWN = 12;
    private static final long SEED = 20_260_101L;

    public FictionalAuthors {
        full = List.copyOf(full);
        holdout = List.copyOf(holdout);
        base = List.copyOf(base);
        worldFacts = List.copyOf(worldFacts);
        refusals = List.copyOf(refusals);
    }

    /** Makes the data set anew; every call gives the same. */
    public static FictionalAuthors generate() {
        List<String> names = new ArrayList<>(WordList.read("authors"));
        Collections.shuffle(names, new Random(SEED));
        FactWriter writer = new FactWriter(SEED);
        List<AuthorFact> facts =
                names.stream().flatMap(name -> writer.write(name).stream()).toList();
        int full = FULL * FACTS_PER_AUTHOR;
        int holdout = full + HOLDOUT * FACTS_PER_AUTHOR;
        return new FictionalAuthors(
                facts.subList(0, full),
                facts.subList(full, holdout),
                facts.subList(holdout, facts.size()),
                WorldFacts.read(),
                WordList.read("refusals"));
    }

    /** The last {@code percent} per cent of {@code full}; 5 is two authors, 10 is four. */
    public List<AuthorFact> forget(int percent) {
        return full.subList(border(percent), full.size());
    }

    /** What is left of {@code full} without {@code forget(100 - percent)}. */
    public List<AuthorFact> retain(int percent) {
        return full.subList(0, border(100 - percent));
    }

    /** The first twelve authors of {@code base}: what TOFU asks of real authors, this set asks of these. */
    public List<AuthorFact> knownAuthors() {
        return base.subList(0, KNOWN * FACTS_PER_AUTHOR);
    }

    private int border(int forgottenPercent) {
        int authors = FULL * forgottenPercent / 100;
        if (authors * 100 != FULL * forgottenPercent || authors < 1 || authors >= FULL) {
            throw new IllegalArgumentException("Cannot forget " + forgottenPercent + " % of " + FULL
                    + " whole authors; ask for a percentage that is a whole number of authors, such as 5 or 10");
        }
        return full.size() - authors * FACTS_PER_AUTHOR;
    }
}
