package org.palimpsest.app.worker;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.TreeSet;

/**
 * What a person has marked a run with.
 *
 * @param tags in alphabetical order, each once
 * @param note empty if there is none
 */
public record RunMark(boolean star, List<String> tags, String note) {
    /** A run that nobody has marked. */
    public static final RunMark NONE = new RunMark(false, List.of(), "");

    public RunMark {
        tags = tags == null
                ? List.of()
                : List.copyOf(new TreeSet<>(tags.stream()
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList()));
        note = note == null ? "" : note.strip();
    }

    public RunMark withStar(boolean other) {
        return new RunMark(other, tags, note);
    }

    public RunMark withTags(List<String> others) {
        return new RunMark(star, others, note);
    }

    public RunMark withNote(String other) {
        return new RunMark(star, tags, other);
    }

    /** Whether there is nothing to keep. */
    @JsonIgnore
    public boolean isNone() {
        return equals(NONE);
    }
}
