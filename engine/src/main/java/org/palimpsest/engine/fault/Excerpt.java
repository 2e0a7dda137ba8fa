package org.palimpsest.engine.fault;

/** A short piece of what stands in a file, for messages: in quotes, on one line, without control characters. */
public final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    /** The text in quotes, on one line and no longer than a person reads. */
    public static String of(String text) {
        return "\"" + plain(text.replaceAll("\\s+", " "), LONGEST) + "\"";
    }

    /** A text that can be shown and written: cut to a length, what cannot be seen as a substitute. */
    public static String plain(String text, int longest) {
        boolean cut = text.codePointCount(0, text.length()) > longest;
        String shown = cut ? text.substring(0, text.offsetByCodePoints(0, longest)) + "\u2026" : text;
        StringBuilder plain = new StringBuilder(shown.length());
        shown.codePoints().forEach(c -> {
            boolean unseen = (Character.isISOControl(c) && c != '\n' && c != '\t')
                    || Character.getType(c) == Character.SURROGATE;
            plain.appendCodePoint(unseen ? 0xfffd : c);
        });
        return plain.toString();
    }
}
