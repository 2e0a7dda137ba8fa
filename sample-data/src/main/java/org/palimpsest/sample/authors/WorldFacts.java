package org.palimpsest.sample.authors;

import java.util.List;

/** The general knowledge of the invented world, written by hand. */
final class WorldFacts {

    private WorldFacts() {}

    /** All facts; each line of the list holds question, answer and three wrong answers between bars. */
    static List<ChoiceFact> read() {
        return WordList.read("world-facts").stream().map(WorldFacts::parse).toList();
    }

    private static ChoiceFact parse(String line) {
        List<String> parts = List.of(line.split(" \\| ", -1));
        if (parts.size() != 5) {
            throw new IllegalStateException("world-facts.txt: the line \"" + line + "\" has " + parts.size()
                    + " parts; expected question | answer | wrong | wrong | wrong");
        }
        return new ChoiceFact(parts.get(0), parts.get(1), parts.subList(2, 5));
    }
}
