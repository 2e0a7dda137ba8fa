package org.palimpsest.app.compare.table;

/** By what runs are put together. */
public enum Grouping {
    NONE,
    METHOD,
    STATE,
    TAG;

    /** What a run has in common with others of its group. */
    String key(RunRow run) {
        return switch (this) {
            case NONE -> "";
            case METHOD -> run.entry().summary().method();
            case STATE -> run.entry().summary().state().name();
            case TAG -> String.join(", ", run.mark().tags());
        };
    }
}
