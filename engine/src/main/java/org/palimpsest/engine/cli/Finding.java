package org.palimpsest.engine.cli;

/**
 * What {@code doctor} found out about one thing.
 *
 * @param name what was looked at
 * @param state whether it will do
 * @param found what is there
 * @param advice what to do; empty if nothing
 */
record Finding(String name, State state, String found, String advice) {

    /** How well a thing will do. */
    enum State {
        GOOD,
        /** Works, but something is better known. */
        NOTICE,
        /** Needed, and not there. */
        MISSING
    }

    static Finding good(String name, String found) {
        return new Finding(name, State.GOOD, found, "");
    }

    static Finding notice(String name, String found, String advice) {
        return new Finding(name, State.NOTICE, found, advice);
    }

    static Finding missing(String name, String found, String advice) {
        return new Finding(name, State.MISSING, found, advice);
    }
}
