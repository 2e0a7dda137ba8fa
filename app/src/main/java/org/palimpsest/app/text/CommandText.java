package org.palimpsest.app.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Command lines for "Copy as command", to be pasted into a shell. */
public final class CommandText {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private CommandText() {}

    /** The words of a command as a POSIX shell takes them apart again. */
    public static String of(List<String> words) {
        return words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
