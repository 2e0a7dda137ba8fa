package org.palimpsest.app.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The way from one place to another. A place that can be opened on something (a run, a recipe, a file) takes it by type: who goes
 * there need not know the place.
 */
public final class Navigator {
    private final ReadOnlyObjectWrapper<PlaceId> here = new ReadOnlyObjectWrapper<>();
    private final Map<Class<?>, Map<PlaceId, Consumer<Object>>> doors = new LinkedHashMap<>();

    /** The place that is seen. */
    public ReadOnlyObjectProperty<PlaceId> here() {
        return here.getReadOnlyProperty();
    }

    /** Goes to a place. */
    public void go(PlaceId place) {
        here.set(place);
    }

    /** Goes to a place and opens it on something; the place is made first if it has not been. */
    public void open(PlaceId place, Object what) {
        here.set(place);
        Consumer<Object> door = doors.getOrDefault(what.getClass(), Map.of()).get(place);
        if (door == null) {
            throw new IllegalArgumentException(
                    place + " cannot be opened on a " + what.getClass().getSimpleName());
        }
        door.accept(what);
    }

    /** Says what opening {@code place} on a {@code type} means; called by the place when it is made. */
    public <T> void door(PlaceId place, Class<T> type, Consumer<T> door) {
        doors.computeIfAbsent(type, any -> new LinkedHashMap<>()).put(place, what -> door.accept(type.cast(what)));
    }
}
