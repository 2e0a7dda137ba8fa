package org.palimpsest.app.experiment;

import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.DataSource;

/** What a file of data is for, in the order of a recipe; its key is the recipe's. */
enum DataRole {
    FORGET("forget"),
    RETAIN("retain"),
    HOLDOUT("holdout"),
    ALTERNATES("alternates"),
    FORGET_EVALUATION("forgetEvaluation"),
    RETAIN_EVALUATION("retainEvaluation"),
    REAL_AUTHORS("realAuthors"),
    WORLD_FACTS("worldFacts");

    private final String key;

    DataRole(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** Null if the recipe has none. */
    DataSource of(DataSets data) {
        return switch (this) {
            case FORGET -> data.forget();
            case RETAIN -> data.retain();
            case HOLDOUT -> data.holdout();
            case ALTERNATES -> data.alternates();
            case FORGET_EVALUATION -> data.forgetEvaluation();
            case RETAIN_EVALUATION -> data.retainEvaluation();
            case REAL_AUTHORS -> data.realAuthors();
            case WORLD_FACTS -> data.worldFacts();
        };
    }
}
