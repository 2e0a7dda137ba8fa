package org.palimpsest.sample.authors;

/** What may be known about an author. The file of sentence patterns is named after the kind. */
enum FactKind {
    BIRTHPLACE("birthplace"),
    BIRTH_YEAR("birth-year"),
    MOTHER("mother"),
    FATHER("father"),
    GENRE("genre"),
    DEBUT("debut"),
    AWARD("award"),
    MENTOR("mentor"),
    HOME("home"),
    HABIT("habit"),
    COLLECTION("collection"),
    COMPANION("companion");

    private final String phrases;

    FactKind(String phrases) {
        this.phrases = phrases;
    }

    /** The questions and answers this kind can be put into. */
    Phrases phrases() {
        return Phrases.read(phrases);
    }

    /** A fresh source of true and wrong values; {@code seed} decides every draw. */
    AnswerPool pool(long seed) {
        return switch (this) {
            case BIRTHPLACE -> new SharedAnswers(WordList.read("towns"), seed);
            case BIRTH_YEAR -> new BirthYears(seed);
            case MOTHER, FATHER -> new SharedAnswers(WordList.read("professions"), seed);
            case GENRE -> new SharedAnswers(WordList.read("genres"), seed);
            case DEBUT -> new SingleUseAnswers(WordList.read("titles"), seed);
            case AWARD -> new SharedAnswers(WordList.read("awards"), seed);
            case MENTOR -> new SingleUseAnswers(WordList.read("mentors"), seed);
            case HOME -> new SharedAnswers(WordList.read("homes"), seed);
            case HABIT -> new SharedAnswers(WordList.read("habits"), seed);
            case COLLECTION -> new SharedAnswers(WordList.read("collections"), seed);
            case COMPANION -> new SharedAnswers(WordList.read("companions"), seed);
        };
    }
}
