package org.palimpsest.engine.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether what the program says is a sentence for a person: it names the file, and shows nothing of the program's inside. */
final class Complaint {
    private static final int LONGEST = 4000;

    private record Forbidden(Pattern pattern, String why) {}

    private static final List<Forbidden> FORBIDDEN = List.of(
            forbidden("this should not have happened", "nobody foresaw it"),
            forbidden("(?<![\"\\w./])[A-Z]\\w*(Exception|Error)\\b", "a class is named"),
            forbidden("\\b(java|javax|com|ai|sun|jdk|org)\\.[a-z]\\w*\\.\\w+", "a package is named"),
            forbidden("\\bCaused by\\b|\\n\\s+at [\\w.$]+\\(", "a stack is shown"),
            forbidden(
                    "\\[Source: |reference chain|START_OBJECT|END_OBJECT|START_ARRAY|END_ARRAY|VALUE_\\w+",
                    "the JSON library shows"),
            forbidden(
                    "StreamReadConstraints|Feature\\b|\\b(ALLOW|FAIL_ON|USE|ACCEPT|INCLUDE|AUTO)_[A-Z_]+",
                    "a library's switch is shown"),
            forbidden("(row|line|column|index) [-\u2212]\\d", "a place before the first is named"),
            forbidden(
                    "out of bounds for length|For input string|No enum constant|Input length = |capacity < 0|newPosition|NegativeArray",
                    "a library speaks"),
            forbidden(
                    "\\bc10::|\\bat::|\\btorch\\.|Exception raised from|size of tensor|INTERNAL ASSERT|shape '\\[",
                    "libtorch speaks"),
            forbidden("@[0-9a-f]{6,}\\b|\\[[BIJLC]@|lambda\\$", "an object's address is shown"),
            forbidden("memory ran out", "small files took all memory"),
            forbidden("[\\x00-\\x08\\x0b-\\x1f\\x7f\\u0080-\\u009f]", "a control character is passed on"));

    private Complaint() {}

    private static Forbidden forbidden(String pattern, String why) {
        return new Forbidden(Pattern.compile(pattern), why);
    }

    /**
     * What is wrong with a sentence.
     *
     * @param mutation what it is about
     * @param refusal whether it says why something was refused, and so must name the file
     */
    static Optional<String> about(String sentence, Mutation mutation, boolean refusal) {
        List<String> faults = new ArrayList<>();
        if (refusal && mutation.names().stream().noneMatch(sentence::contains)) {
            faults.add("does not name " + String.join(" or ", mutation.names()));
        }
        if (sentence.length() > LONGEST) {
            faults.add("has " + sentence.length() + " characters");
        }
        for (Forbidden forbidden : FORBIDDEN) {
            Matcher found = forbidden.pattern().matcher(sentence);
            if (found.find() && !mutation.what().contains(found.group())) {
                faults.add(
                        "%s (\"%s\")".formatted(forbidden.why(), found.group().strip()));
            }
        }
        // Where the files say null, a sentence may say so too.
        if (Pattern.compile("(?<!['\"])\\bnull\\b(?!['\"])")
                        .matcher(sentence.replace("write null", ""))
                        .find()
                && !mutation.what().contains("null")) {
            faults.add("says null");
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
    }
}
