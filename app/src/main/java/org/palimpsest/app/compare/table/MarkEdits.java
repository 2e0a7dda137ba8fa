package org.palimpsest.app.compare.table;

import java.util.List;

/** What the table's cells let a person change. */
public interface MarkEdits {
    /** Sets or takes away the star. */
    void star(RunRow run, boolean star);

    /** Replaces the tags. */
    void tag(RunRow run, List<String> tags);

    /** Replaces the note. */
    void note(RunRow run, String note);
}
