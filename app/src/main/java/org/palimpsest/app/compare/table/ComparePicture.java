package org.palimpsest.app.compare.table;

import java.util.List;
import javafx.scene.layout.Region;
import org.palimpsest.app.worker.RunEntry;

/** A way to look at several runs. Used on the window's thread. */
public interface ComparePicture {

    /** What is seen; always the same region. */
    Region view();

    /** Shows these runs; called again when they changed, while it is seen. */
    void show(List<RunEntry> runs);

    /** Whether it shows all runs that are listed, those selected marked among them, instead of the selected alone. */
    default boolean marksChosen() {
        return false;
    }

    /** Marks the runs selected in the table; called behind {@link #show}. */
    default void mark(List<RunEntry> chosen) {}

    /** Lets go what it holds. */
    default void close() {}
}
