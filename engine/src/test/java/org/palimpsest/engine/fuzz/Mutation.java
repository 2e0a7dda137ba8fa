package org.palimpsest.engine.fuzz;

import java.util.List;

/**
 * A change of a folder's files.
 *
 * @param what was done, in words
 * @param files after it
 * @param names of which a refusal must have one: the file that was changed, and what else it may well be named by
 */
record Mutation(String what, Specimen files, List<String> names, Allowed allowed) {

    Mutation {
        names = List.copyOf(names);
    }

    static Mutation of(String what, Specimen files, String changed, Allowed allowed) {
        String name = changed.substring(changed.lastIndexOf('/') + 1);
        return new Mutation(what, files, List.of(name), allowed);
    }
}
