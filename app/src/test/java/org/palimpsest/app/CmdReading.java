package org.palimpsest.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a batch file as cmd does, as far as the launcher goes: percent signs are replaced first and once, quotes then protect what cmd
 * takes for its own signs, and the rest is a jump, a setting or a program with its arguments.
 */
final class CmdReading {
    private static final Pattern PERCENT =
            Pattern.compile("%~dp0|%~x(\\d)|%~(\\d)|%\\*|%([A-Za-z_]+):([^=%]+)=([^%]*)%|%([A-Za-z_]+)%");
    private static final Pattern COMPARISON = Pattern.compile("if (\"[^\"]*\")==(\"[^\"]*\") (.*)");
    private static final String OWN_SIGNS = "&|<>()^";

    private final List<String> lines;
    private final String folder;
    private final boolean built;
    private final Map<String, String> variables;
    private final List<List<String>> told = new ArrayList<>();
    private String[] arguments = {};

    private CmdReading(List<String> lines, String folder, Map<String, String> variables, boolean built) {
        this.lines = lines;
        this.folder = folder;
        this.variables = new HashMap<>(variables);
        this.built = built;
    }

    static CmdReading of(Path script, String folder, Map<String, String> variables, boolean built) throws IOException {
        return new CmdReading(Files.readAllLines(script), folder, variables, built);
    }

    /** Programs that were started on the way, with their arguments. */
    List<List<String>> told() {
        return told;
    }

    /** The program that the script starts in the end, and its arguments. */
    List<String> run(String... given) {
        arguments = given;
        for (int at = 0; at < lines.size(); at++) {
            String next = obey(expanded(lines.get(at)));
            if (next.startsWith("goto ")) {
                at = lines.indexOf(":" + next.substring(5));
            } else if (next.equals("exit")) {
                return told.get(told.size() - 1);
            }
        }
        throw new AssertionError("the script has no end");
    }

    private String expanded(String line) {
        Matcher percent = PERCENT.matcher(line);
        return percent.replaceAll(found -> Matcher.quoteReplacement(value(found.group(), percent)));
    }

    private String value(String sign, Matcher percent) {
        if (sign.equals("%~dp0")) {
            return folder;
        } else if (sign.equals("%*")) {
            return String.join(" ", arguments);
        } else if (percent.group(1) != null) {
            String name = argument(percent.group(1));
            int dot = name.lastIndexOf('.');
            return dot < 0 ? "" : name.substring(dot);
        } else if (percent.group(2) != null) {
            return argument(percent.group(2));
        } else if (percent.group(3) != null) {
            return variables.getOrDefault(percent.group(3), "").replace(percent.group(4), percent.group(5));
        }
        return variables.getOrDefault(percent.group(6), "");
    }

    private String argument(String number) {
        int index = Integer.parseInt(number) - 1;
        return index < arguments.length ? arguments[index].replaceAll("^\"|\"$", "") : "";
    }

    /** @return {@code goto LABEL}, {@code exit}, or empty to go on */
    private String obey(String line) {
        if (line.startsWith("@echo") || line.startsWith("rem") || line.startsWith(":") || line.startsWith("setlocal")) {
            return "";
        } else if (line.startsWith("set \"") && line.endsWith("\"")) {
            String[] setting = line.substring(5, line.length() - 1).split("=", 2);
            variables.put(setting[0], setting[1]);
            return "";
        } else if (line.startsWith("goto ")) {
            return line;
        } else if (line.startsWith("exit /b")) {
            return "exit";
        } else if (line.startsWith("if ")) {
            return condition(line);
        }
        told.add(words(line));
        return "";
    }

    private String condition(String line) {
        Matcher comparison = COMPARISON.matcher(line);
        if (comparison.matches()) {
            return comparison.group(1).equals(comparison.group(2)) ? obey(comparison.group(3)) : "";
        }
        String[] parts = line.split(" ", 4);
        return switch (parts[1]) {
            case "defined" ->
                variables.getOrDefault(parts[2], "").isEmpty()
                        ? ""
                        : obey(line.substring(line.indexOf(parts[2]) + parts[2].length() + 1));
            case "errorlevel" -> "";
            case "exist" -> built ? obey(line.substring(line.lastIndexOf('"') + 2)) : "";
            default -> throw new AssertionError("not understood: " + line);
        };
    }

    /** Words as a program gets them; a sign of cmd's outside of quotes would end the command in the middle. */
    private static List<String> words(String line) {
        String command = line.replaceFirst("( 1>&2| >nul 2>nul)$", "");
        boolean prose = command.toLowerCase(Locale.ROOT).startsWith("echo ");
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (char c : command.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if (c == ' ' && !quoted) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                if (!quoted && !prose && OWN_SIGNS.indexOf(c) >= 0) {
                    throw new AssertionError("cmd would take " + c + " for its own sign in: " + line);
                }
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        if (quoted) {
            throw new AssertionError("a quote is not closed in: " + line);
        }
        return words;
    }
}
