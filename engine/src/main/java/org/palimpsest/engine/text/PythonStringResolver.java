package org.palimpsest.engine.text;

import java.beans.FeatureDescriptor;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import jinjava.javax.el.ELContext;
import jinjava.javax.el.ELResolver;

/** Gives strings of a template the methods of Python's {@code str} that chat templates call, and indexing from the end. */
final class PythonStringResolver extends ELResolver {
    private static final Pattern PLACE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (!(base instanceof String text) || method == null) {
            return null;
        }
        Object[] given = arguments == null ? new Object[0] : arguments;
        Object result = call(text, method.toString(), given);
        context.setPropertyResolved(result != null);
        return result;
    }

    private static Object call(String text, String method, Object[] given) {
        return switch (method) {
            case "strip" -> strip(text, given, true, true);
            case "lstrip" -> strip(text, given, true, false);
            case "rstrip" -> strip(text, given, false, true);
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "title" -> title(text);
            case "capitalize" -> capitalize(text);
            case "startswith" -> text.startsWith(word(given, 0));
            case "endswith" -> text.endsWith(word(given, 0));
            case "removeprefix" ->
                text.startsWith(word(given, 0)) ? text.substring(word(given, 0).length()) : text;
            case "removesuffix" ->
                text.endsWith(word(given, 0))
                        ? text.substring(0, text.length() - word(given, 0).length())
                        : text;
            case "replace" -> text.replace(word(given, 0), word(given, 1));
            case "find" -> (long) text.indexOf(word(given, 0));
            case "count" -> (long) (text.split(Pattern.quote(word(given, 0)), -1).length - 1);
            case "split" -> split(text, given);
            case "splitlines" -> text.lines().toList();
            case "join" ->
                String.join(
                        text, ((List<?>) given[0]).stream().map(String::valueOf).toList());
            default -> null;
        };
    }

    private static String word(Object[] given, int index) {
        if (index >= given.length) {
            throw new TokenizerException(
                    "chat template: a string method wants %d arguments, but got %d".formatted(index + 1, given.length));
        }
        return String.valueOf(given[index]);
    }

    private static String strip(String text, Object[] given, boolean left, boolean right) {
        IntPredicate drop = given.length == 0 || given[0] == null
                ? Character::isWhitespace
                : c -> String.valueOf(given[0]).indexOf(c) >= 0;
        int from = 0;
        int to = text.length();
        while (left && from < to && drop.test(text.charAt(from))) {
            from++;
        }
        while (right && to > from && drop.test(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static List<String> split(String text, Object[] given) {
        int limit = given.length > 1 ? ((Number) given[1]).intValue() + 1 : -1;
        if (given.length == 0 || given[0] == null) {
            String stripped = text.strip();
            return stripped.isEmpty() ? List.of() : Arrays.asList(WHITE_SPACE.split(stripped, limit));
        }
        return Arrays.asList(text.split(Pattern.quote(word(given, 0)), limit));
    }

    private static String title(String text) {
        return Pattern.compile("\\p{L}+").matcher(text).replaceAll(word -> capitalize(word.group()));
    }

    private static String capitalize(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).toLowerCase(Locale.ROOT);
    }

    /** A character by its place, counted from the end when negative. */
    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (!(base instanceof String text)
                || !PLACE.matcher(String.valueOf(property)).matches()) {
            return null;
        }
        int[] characters = text.codePoints().toArray();
        int place = Integer.parseInt(property.toString());
        int index = place < 0 ? characters.length + place : place;
        if (index < 0 || index >= characters.length) {
            return null;
        }
        context.setPropertyResolved(true);
        return Character.toString(characters[index]);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // Strings have nothing to set; another resolver answers.
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }
}
