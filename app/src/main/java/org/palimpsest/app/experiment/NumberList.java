package org.palimpsest.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.app.form.NumberText;

/** Numbers as a person lists them: {@code 1e-5, 3e-5 1e-4}, and for whole numbers {@code 0-4}. */
final class NumberList {
    private static final int LONGEST = 1000;

    private NumberList() {}

    /** The numbers; empty if the text is no list of them. */
    static Optional<List<Double>> decimals(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String word : words(text)) {
            Double number = NumberText.parse(word);
            if (number == null) {
                return Optional.empty();
            }
            numbers.add(number);
        }
        return Optional.of(numbers.stream().distinct().toList());
    }

    /** The whole numbers from 0 on; empty if the text is no list of them. */
    static Optional<List<Long>> wholes(String text) {
        List<Long> numbers = new ArrayList<>();
        for (String word : words(text)) {
            if (!word.matches("\\d{1,15}(-\\d{1,15})?")) {
                return Optional.empty();
            }
            String[] ends = word.split("-");
            long first = Long.parseLong(ends[0]);
            long last = Long.parseLong(ends[ends.length - 1]);
            if (last < first || last - first >= LONGEST) {
                return Optional.empty();
            }
            for (long number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        return Optional.of(numbers.stream().distinct().toList());
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("[;,\\s]+"));
    }
}
