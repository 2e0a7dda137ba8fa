package org.palimpsest.app.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the Library keeps in mind; the files themselves lie where they lie.
 *
 * @param things added by a person, or looked into
 * @param hidden paths that a person took out although they lie in a folder that is looked through
 */
public record Shelf(List<KnownThing> things, List<Path> hidden) {

    /** Nothing yet. */
    public static final Shelf EMPTY = new Shelf(List.of(), List.of());

    public Shelf {
        things = List.copyOf(things);
        hidden = List.copyOf(hidden);
    }

    public Optional<KnownThing> find(Path path) {
        return things.stream().filter(thing -> thing.path().equals(path)).findFirst();
    }

    /** With a thing added or said anew, in its place. It is no longer hidden. */
    public Shelf with(KnownThing thing) {
        List<KnownThing> changed = new ArrayList<>(things);
        int place = changed.indexOf(find(thing.path()).orElse(null));
        if (place < 0) {
            changed.add(thing);
        } else {
            changed.set(place, thing);
        }
        return new Shelf(
                changed,
                hidden.stream().filter(path -> !path.equals(thing.path())).toList());
    }

    /** Without a thing, as if nobody had ever added it. */
    public Shelf forgetting(Path path) {
        return new Shelf(
                things.stream().filter(thing -> !thing.path().equals(path)).toList(), hidden);
    }

    /** Without a thing, and hidden should a folder be looked through that holds it. */
    public Shelf without(Path path) {
        List<Path> more = new ArrayList<>(hidden);
        if (!more.contains(path)) {
            more.add(path);
        }
        return new Shelf(
                things.stream().filter(thing -> !thing.path().equals(path)).toList(), more);
    }
}
