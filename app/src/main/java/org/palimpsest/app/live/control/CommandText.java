package org.palimpsest.app.live.control;

import java.nio.file.Path;
import java.util.Map;
import org.palimpsest.app.form.NumberText;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.process.CommandLines;

/** What to type in a terminal to do the same. */
public final class CommandText {
    private CommandText() {}

    /** Starts a run anew from its recipe, in a folder of its own. */
    public static String run(RunFolder folder) {
        return "palimpsest run " + quoted(folder.recipe());
    }

    /** Lets a run go on from its last checkpoint. */
    public static String resume(RunFolder folder) {
        return "palimpsest resume " + quoted(folder.path());
    }

    /** Hands a command to the worker of a run: a line is added to a file that it reads. */
    public static String send(RunFolder folder, RunCommand command) {
        return "printf '%s\\n' " + quoted(CommandLines.line(command)) + " >> " + quoted(folder.commands());
    }

    /**
     * Forks a run at a step.
     *
     * @param fork its method and learning rate may be null to keep them
     */
    public static String fork(RunFolder folder, long step, RunCommand.Fork fork) {
        StringBuilder text = new StringBuilder("palimpsest fork ")
                .append(quoted(folder.path()))
                .append(" --at ")
                .append(step)
                .append(" --out ")
                .append(quoted(Path.of(fork.folder())));
        if (fork.method() != null) {
            text.append(" --method ").append(fork.method());
        }
        for (Map.Entry<String, Object> setting : fork.settings().entrySet()) {
            text.append(" --set ").append(quoted(setting.getKey() + "=" + value(setting.getValue())));
        }
        if (fork.learningRate() != null) {
            text.append(" --learning-rate ").append(NumberText.of(fork.learningRate()));
        }
        return text.append(" --run").toString();
    }

    private static String value(Object value) {
        return value instanceof Number number ? NumberText.of(number.doubleValue()) : String.valueOf(value);
    }

    private static String quoted(Path path) {
        return quoted(path.toString());
    }

    /** As a shell reads it: as it is if nothing in it means anything to a shell. */
    static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./=:@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
