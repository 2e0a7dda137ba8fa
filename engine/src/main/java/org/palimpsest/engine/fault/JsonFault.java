package org.palimpsest.engine.fault;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a JSON text, in words that need no knowledge of the library that reads it.
 *
 * @param line counted from 1; 0 where it is not known
 * @param column counted from 1; 0 where it is not known
 * @param broken whether it is no JSON at all, rather than larger than what is read
 */
public record JsonFault(int line, int column, boolean broken, String reason) {
    private static final Pattern CHARACTER =
            Pattern.compile("^Unexpected character \\('(.+?)' \\(code \\d+.*?\\)\\)(.*)", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("^Unrecognized token '(.*?)'.*", Pattern.DOTALL);
    private static final Pattern CLOSED =
            Pattern.compile("^Unexpected close marker '(.)': expected '(.)'.*", Pattern.DOTALL);
    private static final Pattern ESCAPE =
            Pattern.compile("^Unrecognized character escape '?(.+?)'? \\(.*", Pattern.DOTALL);
    private static final Pattern TWICE = Pattern.compile("^Duplicate field '(.*)'.*", Pattern.DOTALL);
    private static final Pattern CONTROL =
            Pattern.compile("^Illegal (?:unquoted )?character \\(\\(CTRL-CHAR, code (\\d+)\\)\\).*", Pattern.DOTALL);

    /** How the library tells what it expected, and how we do. */
    private static final List<String[]> EXPECTED = List.of(
            new String[] {"comma to separate Object", "a comma before the next key, or } at the end"},
            new String[] {"comma to separate Array", "a comma before the next value, or ] at the end"},
            new String[] {"colon to separate", "a colon behind the key"},
            new String[] {"double-quote to start field name", "a key in double quotes"},
            new String[] {"separating root-level values", "the end of the line"});

    /** Finds it out of a text that was read as a whole. */
    public static JsonFault of(JsonProcessingException failure) {
        return of(failure, failure.getLocation(), false);
    }

    /**
     * Finds it out.
     *
     * @param between whether it shows between two rows that stand one behind the other
     */
    public static JsonFault of(JsonProcessingException failure, JsonParser parser, boolean between) {
        return of(failure, failure.getLocation() == null ? parser.currentLocation() : failure.getLocation(), between);
    }

    private static JsonFault of(JsonProcessingException failure, JsonLocation at, boolean between) {
        int line = at == null ? 0 : Math.max(0, at.getLineNr());
        int column = at == null ? 0 : Math.max(0, at.getColumnNr());
        return failure instanceof StreamConstraintsException
                ? new JsonFault(line, column, false, limit(failure.getOriginalMessage()))
                : new JsonFault(line, column, true, reason(failure, between));
    }

    /** The sentence behind a file's name: {@code broken JSON at line 2, column 7: the file ends within a text; …}. */
    public String words() {
        String place = line == 0 ? "" : " at line %d, column %d".formatted(line, column);
        return broken ? "broken JSON%s: %s".formatted(place, reason) : "JSON that%s %s".formatted(place, reason);
    }

    /**
     * The sentence, for a file.
     *
     * @param row the row that was being read
     * @param begin the line at which it begins, 0 between two rows
     */
    public String words(int row, int begin) {
        // A row that is not closed swallows those behind it, so the mistake is not where it shows.
        String place = begin == 0 || begin == line ? "" : " in the row that begins at line " + begin;
        return broken
                ? "broken JSON at line %d, column %d, row %d%s: %s".formatted(line, column, row, place, reason)
                : "row %d (line %d)%s %s".formatted(row, line, place, reason);
    }

    private static String limit(String message) {
        if (message.contains("nesting depth")) {
            return "is nested deeper than 1,000 levels, which nobody means; take that value out";
        }
        if (message.startsWith("Number")) {
            return "holds a number of more than 1,000 digits; take it out, or write it as text";
        }
        if (message.startsWith("String")) {
            return "holds a text of more than 20 million characters; cut it into several rows";
        }
        if (message.contains("Name") || message.contains("name")) {
            return "holds a key of more than 50,000 characters; is a quote missing?";
        }
        return "is larger than what can be read";
    }

    private static String reason(JsonProcessingException failure, boolean between) {
        String message = failure.getOriginalMessage();
        if (failure instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch);
        }
        if (failure instanceof JsonEOFException || message.contains("end-of-input")) {
            return message.contains("VALUE_STRING") || message.contains("closing quote")
                    ? "the file ends within a text; a quote is missing, or the file is cut off"
                    : "the file ends before everything is closed; a brace or bracket is missing, or the file is cut off";
        }
        Matcher match = TWICE.matcher(message);
        if (match.matches()) {
            return "the key %s stands twice in one object; take one out".formatted(Excerpt.of(match.group(1)));
        }
        match = CONTROL.matcher(message);
        if (match.matches()) {
            int code = Integer.parseInt(match.group(1));
            return (code == '\n' || code == '\r'
                            ? "a line break"
                            : code == '\t' ? "a tab" : "control character " + code)
                    + " stands within a text; write it with a backslash (\\n, \\t, \\u…), or is a quote missing?";
        }
        match = CLOSED.matcher(message);
        if (match.matches()) {
            return "\"%s\" stands where \"%s\" should".formatted(match.group(1), match.group(2));
        }
        match = ESCAPE.matcher(message);
        if (match.matches()) {
            return "\"\\%s\" is no escape of JSON; a backslash itself is written \\\\".formatted(match.group(1));
        }
        match = TOKEN.matcher(message);
        if (match.matches()) {
            return token(match.group(1));
        }
        match = CHARACTER.matcher(message);
        if (match.matches()) {
            return character(match.group(1), match.group(2), between);
        }
        return message.contains("umeric") || message.contains("number") || message.contains("eroes")
                ? "a number is written in a way that JSON does not have"
                : "that is not JSON";
    }

    /** JSON, but not of the form that was wanted. */
    private static String mismatch(MismatchedInputException failure) {
        if (failure.getOriginalMessage().startsWith("Trailing token")) {
            return "something stands behind the end of the document; take it out";
        }
        if (failure.getPath().isEmpty()) {
            return failure.getOriginalMessage().startsWith("No content")
                    ? "there is nothing in it"
                    : "the document is of another form than expected";
        }
        StringBuilder place = new StringBuilder();
        failure.getPath().forEach(step -> place.append(place.isEmpty() ? "" : ".")
                .append(step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName()));
        return "%s is missing, unknown, or of another type than expected".formatted(Excerpt.of(place.toString()));
    }

    private static String token(String token) {
        String shown = Excerpt.of(token);
        return switch (token) {
            case "None", "True", "False" -> shown + " is Python's; write the file with json.dump";
            case "undefined" -> shown + " is JavaScript's and no JSON value; leave the key out";
            case "version" -> shown + " is no JSON value";
            default -> shown + " is no JSON value; is it a text without quotes?";
        };
    }

    private static String character(String found, String rest, boolean between) {
        if (found.equals("\ufeff")) {
            return "a byte order mark stands there, which cannot be seen; save the file as UTF-8 without one";
        }
        String expected = EXPECTED.stream()
                .filter(pair -> rest.contains(pair[0]))
                .map(pair -> pair[1])
                .findFirst()
                .orElse("a value");
        String hint =
                switch (found) {
                    case "," -> between ? "; no comma stands between rows unless all stand within [ ]" : "";
                    case "/", "#" -> "; is it a comment? JSON has none: take it out";
                    case "'" ->
                        "; JSON's texts stand in double quotes (Python's single quotes: write the file with json.dump)";
                    case "]", "}" ->
                        expected.equals("a value") || expected.contains("key in")
                                ? "; is there a comma too many before it?"
                                : "";
                    default -> "";
                };
        return "\"%s\" stands where %s is expected%s".formatted(Excerpt.plain(found, 8), expected, hint);
    }
}
