package org.palimpsest.engine.event;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for what a line of a log should say and does not. */
final class Absent {
    /** A metric without a value says in its note why. */
    private static final Set<String> MAY_BE_ABSENT = Set.of("Scored.value", "Scored.note");

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private Absent() {}

    /**
     * The first part of an event, or of what it lists, that is not there.
     *
     * @param event a record, or null
     */
    static Optional<String> in(Object event) {
        // A line may be JSON's null, which is no event at all.
        if (event == null) {
            return Optional.of("everything");
        }
        for (RecordComponent component : COMPONENTS.get(event.getClass())) {
            Object value = value(event, component);
            if (value == null
                    && !MAY_BE_ABSENT.contains(event.getClass().getSimpleName() + "." + component.getName())) {
                return Optional.of(component.getName());
            }
            Optional<String> inside = value instanceof List<?> list ? inAny(list) : Optional.empty();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inAny(List<?> list) {
        for (Object element : list) {
            if (element instanceof Record) {
                Optional<String> inside = in(element);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }

    private static Object value(Object event, RecordComponent component) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every event is a public record", e);
        }
    }
}
