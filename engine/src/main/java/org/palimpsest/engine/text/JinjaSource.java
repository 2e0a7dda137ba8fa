package org.palimpsest.engine.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites a chat template so that jinjava reads it as Jinja2 does with {@code trim_blocks} and {@code lstrip_blocks}
 * (the settings under which chat templates are written): comments and white-space control are carried out here, and
 * the tags that remain carry none. See the Jinja2 manual, "Whitespace Control".
 */
final class JinjaSource {
    private static final Pattern OPENING = Pattern.compile("\\{([{%#])([-+]?)");
    private static final Pattern BLANK = Pattern.compile("[^\\S\\n]*");
    private static final Pattern SPACE = Pattern.compile("\\s*");

    private final String source;
    private final StringBuilder result = new StringBuilder();
    private int at;
    private boolean lineStarting = true;
    /** The blocks that are open, the innermost first: {@code if} and {@code for}. */
    private final Deque<String> open = new ArrayDeque<>();

    private JinjaSource(String source) {
        this.source = source;
    }

    /**
     * The same template without white-space control and comments.
     *
     * @throws TokenizerException if a tag is not closed or asks for something jinjava would silently get wrong
     */
    static String rewrite(String template) {
        String lines = template.replace("\r\n", "\n").replace('\r', '\n');
        // Jinja2 drops one newline at the end of a template (keep_trailing_newline is off).
        return new JinjaSource(lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines).run();
    }

    private String run() {
        Matcher opening = OPENING.matcher(source);
        while (opening.find(at)) {
            char kind = opening.group(1).charAt(0);
            text(source.substring(at, opening.start()), kind, opening.group(2));
            tag(kind, opening.end());
        }
        return result.append(source.substring(at)).toString();
    }

    private void text(String text, char kind, String sign) {
        if (sign.equals("-")) {
            result.append(text.stripTrailing());
            return;
        }
        int line = text.lastIndexOf('\n') + 1;
        boolean strip = kind != '{'
                && !sign.equals("+")
                && (line > 0 || lineStarting)
                && BLANK.matcher(text.substring(line)).matches();
        result.append(strip ? text.substring(0, line) : text);
    }

    private void tag(char kind, int start) {
        int end = kind == '#' ? source.indexOf("#}", start) : closing(kind, start);
        if (end < 0) {
            long line = source.substring(0, start).lines().count();
            throw new TokenizerException("chat template, line %d: the tag {%s is never closed".formatted(line, kind));
        }
        char sign = end > start ? source.charAt(end - 1) : ' ';
        boolean signed = sign == '-' || sign == '+';
        String body = source.substring(start, signed ? end - 1 : end).strip();
        at = end + 2;
        lineStarting = false;
        if (sign == '-') {
            Matcher space = SPACE.matcher(source).region(at, source.length());
            if (space.lookingAt()) {
                at = space.end();
            }
            lineStarting = source.charAt(at - 1) == '\n';
        } else if (kind != '{' && sign != '+' && at < source.length() && source.charAt(at) == '\n') {
            at++;
            lineStarting = true;
        }
        if (kind == '{') {
            // A leading minus is an operator here, but would be read as white-space control.
            String expression = JinjaExpression.rewrite(body);
            result.append("{{ ")
                    .append(body.startsWith("-") ? "(" + expression + ")" : expression)
                    .append(" }}");
        } else if (kind == '%') {
            nest(body);
            result.append("{% ").append(JinjaExpression.rewriteStatement(body)).append(" %}");
        }
    }

    /** Keeps count of blocks, to refuse the {@code else} of a loop, which jinjava never runs. */
    private void nest(String body) {
        String tag = body.split("\\W", 2)[0];
        switch (tag) {
            case "if", "for" -> open.push(tag);
            case "endif", "endfor" -> open.poll();
            case "else" -> {
                if ("for".equals(open.peek())) {
                    throw new TokenizerException(
                            "chat template: the {% else %} of a {% for %} is not supported; test the list instead");
                }
            }
            default -> {
                // Other tags neither open nor close what an else can belong to.
            }
        }
    }

    /** Where the closing mark stands, strings and nested braces skipped; -1 when it is missing. */
    private int closing(char kind, int start) {
        String mark = kind == '{' ? "}}" : "%}";
        int depth = 0;
        for (int i = start; i < source.length(); i++) {
            char c = source.charAt(i);
            if (depth == 0 && source.startsWith(mark, i)) {
                return i;
            }
            if (c == '\'' || c == '"') {
                i = JinjaExpression.endOfString(source, i);
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
        }
        return -1;
    }
}
