package org.palimpsest.engine.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that lie where data should: pointers of Git LFS, web pages, what a server answered. They are never data, whatever the file's name. */
final class StandIn {
    private static final Pattern POINTER = Pattern.compile(
            "version https?://(?:git-lfs\\.github\\.com|hawser\\.github\\.com)/spec/.*", Pattern.DOTALL);
    private static final Pattern POINTER_SIZE = Pattern.compile("^size (\\d{1,18})\\s*$", Pattern.MULTILINE);
    /** Comments and declarations may stand before the first element. */
    private static final Pattern BEFORE = Pattern.compile("\\A\\s*(?:<!--.*?-->|<\\?.*?\\?>)", Pattern.DOTALL);

    private static final Pattern PAGE = Pattern.compile(
            "\\A\\s*<(?:!doctype\\s+html|html|head|body|title|meta|script|style|link|base|noscript|div|table|center|iframe|form|h1|p)\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE =
            Pattern.compile("<title[^>]*>\\s*(.{1,200}?)\\s*</title", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern XML = Pattern.compile(
            "\\A\\s*<(?:!doctype\\b|svg\\b|rss\\b|error>|feed\\b).*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADERS = Pattern.compile("\\AHTTP/[0-9.]+ \\d{3}\\b.*", Pattern.DOTALL);
    /** What hubs answer instead of a file, as the whole text. */
    private static final Pattern ANSWER = Pattern.compile(
            "(?:404:? )?(?:not found|file not found|entry not found|repository not found|revision not found)|(?:403:? )?(?:forbidden|access denied)|invalid (?:username or password|credentials.*)|unauthori[sz]ed|access to (?:model|dataset) \\S+ is restricted.*|(?:internal server error|bad gateway|service unavailable|gateway time-?out|too many requests)",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_ANSWER = 300;

    private StandIn() {}

    /**
     * Returns where a text may be data.
     *
     * @param text how the file begins
     * @throws DataException if it is something else; the message says what, and what to do
     */
    static void refuse(Path file, String text) {
        String stripped = text.strip();
        if (POINTER.matcher(stripped).matches()) {
            Matcher size = POINTER_SIZE.matcher(text);
            throw DataException.in(
                    file,
                    "is a Git LFS pointer, not the data%s; fetch that with \"git lfs pull\""
                            .formatted(
                                    size.find()
                                            ? String.format(Locale.ROOT, " (%,d bytes)", Long.parseLong(size.group(1)))
                                            : ""));
        }
        if (HEADERS.matcher(stripped).matches()) {
            throw DataException.in(file, "is the answer of a web server with its headers, not data; fetch it again");
        }
        if (stripped.length() <= LONGEST_ANSWER
                && ANSWER.matcher(stripped.replaceFirst("\\.$", "")).matches()) {
            throw DataException.in(
                    file,
                    "holds nothing but \"%s\", what a server answers instead of a file; fetch it again"
                            .formatted(stripped));
        }
        String element = withoutComments(stripped);
        if (PAGE.matcher(element).matches()) {
            Matcher title = TITLE.matcher(element);
            throw DataException.in(
                    file,
                    "is a web page%s, not data; a sign-in or error page may have been saved in its place: fetch it again"
                            .formatted(title.find() ? " (\"" + title.group(1).replaceAll("\\s+", " ") + "\")" : ""));
        }
        if (XML.matcher(element).matches() || stripped.startsWith("<?xml")) {
            throw DataException.in(
                    file, "is XML, not data that is read here; fetch it again or write its rows as JSON Lines");
        }
    }

    private static String withoutComments(String text) {
        String left = text;
        for (Matcher before = BEFORE.matcher(left); before.find(); before = BEFORE.matcher(left)) {
            left = left.substring(before.end());
        }
        return left;
    }
}
