package org.palimpsest.sample.authors;

import java.util.List;

/**
 * The sentence patterns of one kind of fact. Any answer fits any question; {@code {name}}, {@code {surname}} and
 * {@code {value}} are filled in.
 */
record Phrases(List<String> questions, List<String> answers) {

    Phrases {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
    }

    /** Reads {@code words/phrases/NAME.txt}: a part headed {@code [questions]}, then one headed {@code [answers]}. */
    static Phrases read(String name) {
        List<String> lines = WordList.read("phrases/" + name);
        int answers = lines.indexOf("[answers]");
        if (!lines.get(0).equals("[questions]") || answers < 0) {
            throw new IllegalStateException("Pattern list phrases/" + name + ".txt begins with \"" + lines.get(0)
                    + "\"; expected a part headed [questions], then one headed [answers]");
        }
        return new Phrases(lines.subList(1, answers), lines.subList(answers + 1, lines.size()));
    }

    /** The sentence made from {@code pattern}; its first letter is a capital wherever the value came from. */
    static String fill(String pattern, String author, String value) {
        String surname = author.substring(author.indexOf(' ') + 1);
        String sentence =
                pattern.replace("{name}", author).replace("{surname}", surname).replace("{value}", value);
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
