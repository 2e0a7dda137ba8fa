package org.palimpsest.app.workbench;

import java.util.List;
import javafx.scene.layout.Region;

/** One place of the window. It is made when it is first gone to, on the window's thread. */
public interface Place {

    PlaceId id();

    /** What is seen; always the same region. */
    Region view();

    /** The person has come here. */
    default void shown() {}

    /** The person has gone elsewhere: nothing needs to be drawn until {@link #shown}. */
    default void hidden() {}

    /** Commands that make sense while this place is seen. */
    default List<Command> commands() {
        return List.of();
    }

    /** The window closes. */
    default void close() {}
}
