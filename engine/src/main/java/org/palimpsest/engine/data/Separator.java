package org.palimpsest.engine.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What stands between the cells of a table. */
enum Separator {
    COMMA(',', "commas"),
    SEMICOLON(';', "semicolons"),
    TAB('\t', "tabs"),
    BAR('|', "bars (|)");

    private static final int LOOKED_AT = 40;
    /** A first line with which spreadsheets tell each other the separator. */
    private static final Pattern SAID = Pattern.compile("\\s*sep=(.)\\s*\\R", Pattern.CASE_INSENSITIVE);
    /** Names that columns of the field's data sets have; two of them in a first line are no prose. */
    private static final Set<String> NAMES = Set.of(
            "question",
            "answer",
            "prompt",
            "response",
            "query",
            "instruction",
            "input",
            "output",
            "completion",
            "text",
            "label",
            "target",
            "context",
            "id",
            "idx",
            "index",
            "title",
            "subject",
            "category",
            "topic",
            "paraphrased_question",
            "paraphrased_answer",
            "perturbed_answer",
            "choices",
            "gt");

    private final char sign;
    private final String words;

    Separator(char sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    /** The beginning of a text, taken apart. */
    private record Look(List<List<String>> records, boolean broken) {
        List<String> header() {
            return records.isEmpty() ? List.of() : records.get(0);
        }

        boolean consistent() {
            return !broken && records.stream().allMatch(cells -> cells.size() == header().size());
        }
    }

    char sign() {
        return sign;
    }

    String words() {
        return words;
    }

    CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(sign)
                .setIgnoreEmptyLines(false)
                .get();
    }

    /**
     * What separates the cells of a text that is known to be a table: what its first lines are consistent with.
     *
     * @param usual what the file's name promises; taken where the text has one column, or fits it as well as others
     * @param whole whether the text is not only the beginning
     */
    static Separator of(String text, Separator usual, boolean whole) {
        Matcher said = SAID.matcher(text);
        if (said.lookingAt()) {
            return Arrays.stream(values())
                    .filter(one -> one.sign == said.group(1).charAt(0))
                    .findFirst()
                    .orElse(usual);
        }
        List<Separator> possible = Arrays.stream(values())
                .filter(one -> one.look(text, whole).header().size() > 1)
                .toList();
        if (possible.isEmpty()) {
            return usual;
        }
        if (possible.size() == 1) {
            return possible.get(0);
        }
        List<Separator> fitting = possible.stream()
                .filter(one -> one.look(text, whole).consistent())
                .toList();
        List<Separator> left = fitting.isEmpty() ? possible : fitting;
        return left.contains(usual) ? usual : left.get(0);
    }

    /**
     * What separates the cells of a text that nobody says is a table, if it looks like one: its first line names columns
     * that the field's data sets have, or no line fails to be cut into the same number of cells without a space behind a separator.
     */
    static Optional<Separator> seenIn(String text, boolean whole) {
        return Arrays.stream(values()).filter(one -> one.isSeenIn(text, whole)).findFirst();
    }

    private boolean isSeenIn(String text, boolean whole) {
        Look look = look(text, whole);
        List<String> header = look.header();
        if (header.size() < 2) {
            return false;
        }
        long known = header.stream().filter(cell -> NAMES.contains(plain(cell))).count();
        if (known >= 2 && header.stream().allMatch(cell -> cell.strip().length() <= 40)) {
            return true;
        }
        if (look.records().size() < 2) {
            return false;
        }
        boolean named =
                isTight(header) && header.stream().allMatch(cell -> cell.matches("[\\p{L}_][\\p{L}\\p{N}_.-]{0,39}"));
        long alike = look.records().stream()
                .filter(cells -> cells.size() == header.size())
                .count();
        return (named && 2 * alike > look.records().size())
                || (look.consistent() && look.records().stream().allMatch(this::isTight));
    }

    /** Whether cells stand close to their separators, as programs write them and people do not. */
    private boolean isTight(List<String> cells) {
        return !cells.get(0).isBlank()
                && cells.stream().skip(1).noneMatch(cell -> cell.startsWith(" ") || (this != TAB && cell.isEmpty()));
    }

    private static String plain(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** The first records; the last is left out where the text may be cut within it. */
    private Look look(String text, boolean whole) {
        List<List<String>> records = new ArrayList<>();
        boolean broken = false;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format())) {
            for (CSVRecord cells : parser) {
                if (cells.size() > 1 || !cells.get(0).isBlank()) {
                    records.add(cells.toList());
                }
                if (records.size() == LOOKED_AT) {
                    return new Look(records, false);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // A quote that is not closed, or closed within a cell; at the end of a beginning it may be closed behind
            // it.
            broken = whole;
        }
        return new Look(whole || records.size() < 2 ? records : records.subList(0, records.size() - 1), broken);
    }
}
