package org.palimpsest.app.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The command line that does what the window does. */
final class CommandText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./~+:@%=,-]+");

    private CommandText() {}

    /** {@code palimpsest compare RUN…} or {@code palimpsest report RUN…}, to be pasted into a shell. */
    static String of(String command, List<Path> runs) {
        StringBuilder text = new StringBuilder("palimpsest ").append(command);
        runs.forEach(run -> text.append(' ').append(quoted(run.toString())));
        return text.toString();
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
