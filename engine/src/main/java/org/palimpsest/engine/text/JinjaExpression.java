package org.palimpsest.engine.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the few expressions that jinjava cannot parse or reads otherwise than Jinja2: a reversing slice becomes a
 * filter, and the value of a named argument gets parentheses, since jinjava binds the name closer than an operator.
 */
final class JinjaExpression {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");
    private static final Pattern REVERSED = Pattern.compile("\\[\\s*:\\s*:\\s*-\\s*1\\s*]");
    private static final Set<String> UNSUPPORTED =
            Set.of("raw", "filter", "include", "import", "extends", "from", "block");

    private JinjaExpression() {}

    /** A statement's body: {@code for m in messages}, {@code set x = 1}. */
    static String rewriteStatement(String body) {
        Matcher word = WORD.matcher(body);
        String tag = word.lookingAt() ? word.group() : "";
        if (UNSUPPORTED.contains(tag)) {
            throw new TokenizerException("chat template: the tag {%% %s %%} is not supported".formatted(tag));
        }
        if (tag.equals("for") && hasFilter(body)) {
            throw new TokenizerException(
                    "chat template: {%% %s %%}: a loop with \"if\" is not supported; put the condition".formatted(body)
                            + " inside the loop");
        }
        return tag.equals("macro") ? body : rewrite(body);
    }

    /** An expression, every string in it as it was. */
    static String rewrite(String expression) {
        StringBuilder result = new StringBuilder();
        Deque<Character> brackets = new ArrayDeque<>();
        // Depths of brackets at which a named argument's value was given an opening parenthesis.
        Deque<Integer> named = new ArrayDeque<>();
        Matcher reversed = REVERSED.matcher(expression);
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\'' || c == '"') {
                int end = endOfString(expression, i);
                result.append(expression, i, Math.min(end + 1, expression.length()));
                i = end;
                continue;
            }
            if (c == '[' && reversed.region(i, expression.length()).lookingAt()) {
                result.append("|reversed_sequence");
                i = reversed.end() - 1;
                continue;
            }
            boolean ends = c == ',' || c == ')' || c == ']' || c == '}';
            if (ends && !named.isEmpty() && named.peek() == brackets.size()) {
                named.pop();
                result.append(')');
            }
            if (c == '(' || c == '[' || c == '{') {
                brackets.push(c);
            } else if (ends && c != ',' && !brackets.isEmpty()) {
                brackets.pop();
            }
            result.append(c);
            if (c == '=' && assigns(expression, i) && !brackets.isEmpty() && brackets.peek() == '(') {
                named.push(brackets.size());
                result.append('(');
            }
        }
        return result.toString();
    }

    /** The index of the quote that closes the string opened at {@code start}, or the last index when none does. */
    static int endOfString(String text, int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return text.length() - 1;
    }

    private static boolean assigns(String text, int i) {
        boolean before = i > 0 && "=!<>".indexOf(text.charAt(i - 1)) >= 0;
        boolean after = i + 1 < text.length() && text.charAt(i + 1) == '=';
        return !before && !after;
    }

    /** Whether a loop has a condition: the word "if" outside strings, and no "else" that would make it a choice. */
    private static boolean hasFilter(String body) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '\'' || c == '"') {
                i = endOfString(body, i);
            } else {
                bare.append(c);
            }
        }
        String words = " " + bare.toString().replaceAll("[^A-Za-z_]+", " ") + " ";
        return words.contains(" if ") && !words.contains(" else ");
    }
}
