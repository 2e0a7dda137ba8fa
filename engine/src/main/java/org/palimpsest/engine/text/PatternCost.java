package org.palimpsest.engine.text;

/**
 * How often a regular expression (Oniguruma's, as tokenizer.json has them) can go back over a text before it gives up: read from the
 * pattern alone, and only for the plain kind that tokenizers have, alternatives of characters and classes with a quantifier each. The
 * library that matches them ends the whole program after ten million steps at one place of a text.
 *
 * <p>A quantifier without a bound costs another power of the text's length where something must follow it that can fail. One such
 * quantifier in a row is harmless; two of them, a repeated group, a reference back or whatever is not understood here is not.
 */
final class PatternCost {
    /** A bound as small as this is no repetition. */
    private static final int FEW = 3;
    /** Each doubles the number of ways. */
    private static final int MOST_OPTIONS = 6;

    private static final int MOST_DEPTH = 8;

    private final String pattern;
    private int at;

    /** What was read is not of the plain kind. */
    private static final class NotPlainException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * What a group or a whole pattern is made of.
     *
     * @param open unbounded quantifiers of an alternative behind which nothing has to follow in it, at most
     * @param power unbounded quantifiers of an alternative with something mandatory behind, at most
     * @param options optional parts of an alternative, at most
     * @param mandatory whether every alternative can fail to match
     */
    private record Cost(int open, int power, int options, boolean mandatory) {
        static final Cost EMPTY = new Cost(0, 0, 0, false);

        Cost or(Cost other) {
            return new Cost(
                    Math.max(open, other.open),
                    Math.max(power, other.power),
                    Math.max(options, other.options),
                    mandatory && other.mandatory);
        }

        Cost then(Cost next) {
            return next.mandatory
                    ? new Cost(next.open, power + open + next.power, options + next.options, true)
                    : new Cost(open + next.open, power + next.power, options + next.options, mandatory);
        }

        boolean plain() {
            return open == 0 && power == 0;
        }
    }

    private PatternCost(String pattern) {
        this.pattern = pattern;
    }

    /** Whether no text can make the pattern take more than about as many steps at a place as the text is long. */
    static boolean isSmall(String pattern) {
        PatternCost reading = new PatternCost(pattern);
        try {
            Cost cost = reading.alternatives(0);
            return reading.at == pattern.length() && cost.power <= 1 && cost.options <= MOST_OPTIONS;
        } catch (NotPlainException e) {
            return false;
        }
    }

    private boolean more() {
        return at < pattern.length();
    }

    private char next() throws NotPlainException {
        if (!more()) {
            throw new NotPlainException();
        }
        return pattern.charAt(at++);
    }

    private boolean take(String text) {
        boolean there = pattern.startsWith(text, at);
        at += there ? text.length() : 0;
        return there;
    }

    private Cost alternatives(int depth) throws NotPlainException {
        if (depth > MOST_DEPTH) {
            throw new NotPlainException();
        }
        Cost all = sequence(depth);
        while (take("|")) {
            all = all.or(sequence(depth));
        }
        return all;
    }

    private Cost sequence(int depth) throws NotPlainException {
        Cost sequence = Cost.EMPTY;
        while (more() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            sequence = sequence.then(part(depth));
        }
        return sequence;
    }

    private Cost part(int depth) throws NotPlainException {
        char first = next();
        Cost atom =
                switch (first) {
                    case '(' -> group(depth);
                    case '[' -> {
                        characterClass(0);
                        yield single();
                    }
                    case '\\' -> {
                        escape();
                        yield single();
                    }
                    case '*', '+', '?' -> throw new NotPlainException();
                    default -> single();
                };
        boolean group = first == '(';
        return quantified(atom, group);
    }

    private static Cost single() {
        return new Cost(0, 0, 0, true);
    }

    private Cost group(int depth) throws NotPlainException {
        boolean look = take("?=") || take("?!") || take("?<=") || take("?<!");
        if (!look && !take("?:") && !take("?i:") && !take("?>") && take("?")) {
            // Names, options for the rest, conditions: not what tokenizers have.
            throw new NotPlainException();
        }
        Cost inside = alternatives(depth + 1);
        if (!take(")")) {
            throw new NotPlainException();
        }
        if (look && !inside.plain()) {
            throw new NotPlainException();
        }
        return look ? single() : inside;
    }

    private Cost quantified(Cost atom, boolean group) throws NotPlainException {
        if (!more()) {
            return atom;
        }
        Cost result =
                switch (pattern.charAt(at)) {
                    case '?' -> {
                        at++;
                        yield new Cost(atom.open, atom.power, atom.options + 1, false);
                    }
                    case '*' -> {
                        at++;
                        yield repeated(group, false);
                    }
                    case '+' -> {
                        at++;
                        yield repeated(group, true);
                    }
                    case '{' -> bounded(atom, group);
                    default -> atom;
                };
        if (more() && result != atom && "?*+".indexOf(pattern.charAt(at)) >= 0) {
            // Lazy, possessive, or repeated once more.
            if (pattern.charAt(at) == '*' || !take("?") && !take("+")) {
                throw new NotPlainException();
            }
            if (more() && "?*+{".indexOf(pattern.charAt(at)) >= 0) {
                throw new NotPlainException();
            }
        }
        return result;
    }

    private static Cost repeated(boolean group, boolean mandatory) throws NotPlainException {
        if (group) {
            throw new NotPlainException();
        }
        // What is optional but for its first turn can fail there.
        return new Cost(1, 0, 0, mandatory);
    }

    private Cost bounded(Cost atom, boolean group) throws NotPlainException {
        int end = pattern.indexOf('}', at);
        String bounds = end < 0 ? "" : pattern.substring(at + 1, end);
        if (!bounds.matches("\\d{1,4}(,\\d{0,4})?|,\\d{1,4}")) {
            throw new NotPlainException();
        }
        at = end + 1;
        String[] parts = bounds.split(",", 2);
        boolean mandatory = !parts[0].isEmpty() && Integer.parseInt(parts[0]) > 0;
        boolean fixed = parts.length == 1;
        boolean few = parts.length == 2 && !parts[1].isEmpty() && Integer.parseInt(parts[1]) <= FEW;
        if (group && !(fixed && atom.plain() && atom.options == 0)) {
            throw new NotPlainException();
        }
        if (fixed) {
            return new Cost(0, 0, 0, mandatory);
        }
        return few ? new Cost(0, 0, 1, mandatory) : new Cost(1, 0, 0, mandatory);
    }

    private void characterClass(int depth) throws NotPlainException {
        if (depth > MOST_DEPTH) {
            throw new NotPlainException();
        }
        take("^");
        boolean first = true;
        for (char c = next(); c != ']' || first; c = next()) {
            first = false;
            if (c == '\\') {
                escape();
            } else if (c == '[' && !take(":")) {
                characterClass(depth + 1);
            } else if (c == '[') {
                int end = pattern.indexOf(":]", at);
                if (end < 0) {
                    throw new NotPlainException();
                }
                at = end + 2;
            }
        }
    }

    /** One character, a kind of characters, or an anchor; no reference to what was matched before. */
    private void escape() throws NotPlainException {
        char c = next();
        if (c == 'p' || c == 'P' || c == 'x' && take("{")) {
            int end = pattern.indexOf('}', at);
            if (end < 0 || c != 'x' && next() != '{') {
                throw new NotPlainException();
            }
            at = end + 1;
        } else if (c >= '0' && c <= '9' || "kgKGXRO".indexOf(c) >= 0) {
            throw new NotPlainException();
        }
    }
}
