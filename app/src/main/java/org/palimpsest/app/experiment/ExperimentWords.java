package org.palimpsest.app.experiment;

import org.palimpsest.app.text.Messages;

/** Words of this room that its models need. */
final class ExperimentWords {
    private ExperimentWords() {}

    /** What a setting without a card means. */
    static String meaning(String setting) {
        return Messages.of("experiment").get("meaning." + setting);
    }

    /** The name of an edit. */
    static String edit(String key, Object... arguments) {
        return Messages.of("experiment").get("edit." + key, arguments);
    }
}
