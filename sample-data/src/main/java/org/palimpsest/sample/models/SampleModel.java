package org.palimpsest.sample.models;

import java.util.List;
import java.util.Locale;

/** The three models, in the order in which they are trained. */
public enum SampleModel {
    /** Knows 36 authors and the world they live in; what the other two go on from. */
    BASE("base", "world_facts"),
    /** Has learnt all forty authors, those that are to be forgotten among them. */
    TARGET("full", "base", "world_facts"),
    /** Has learnt what the target has, but for the last four authors: what forgetting should lead to. */
    REFERENCE("retain90", "base", "world_facts");

    private final List<String> texts;

    SampleModel(String... texts) {
        this.texts = List.of(texts);
    }

    /** The data sets it is trained on, by name. What the base knows is repeated to the others, so that it is not lost. */
    public List<String> texts() {
        return texts;
    }

    /** Name of its folder: {@code base}, {@code target} or {@code reference}. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
