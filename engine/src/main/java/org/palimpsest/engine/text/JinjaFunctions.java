package org.palimpsest.engine.text;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import com.hubspot.jinjava.objects.date.StrftimeFormatter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** The functions that chat templates may call. Public and static because jinjava calls them by reflection. */
public final class JinjaFunctions {
    private JinjaFunctions() {}

    static List<ELFunctionDefinition> all() {
        return List.of(
                new ELFunctionDefinition("", "raise_exception", JinjaFunctions.class, "raise", String.class),
                new ELFunctionDefinition("", "strftime_now", JinjaFunctions.class, "today", String.class));
    }

    /**
     * What a template calls when it refuses a conversation.
     *
     * @throws TokenizerException always
     */
    @SuppressWarnings("DoNotCallSuggester") // templates call it
    public static String raise(String message) {
        throw new TokenizerException("the chat template refuses this conversation: " + message);
    }

    /** The template's date in a {@code strftime} format; it is the date given with the template, not the clock's. */
    public static String today(String format) {
        long millis = JinjavaInterpreter.getCurrent()
                .getConfig()
                .getDateTimeProvider()
                .getCurrentTimeMillis();
        return StrftimeFormatter.format(Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC), format, Locale.ENGLISH);
    }
}
