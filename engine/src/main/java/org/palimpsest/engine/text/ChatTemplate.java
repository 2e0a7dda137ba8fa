package org.palimpsest.engine.text;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.el.JinjavaInterpreterResolver;
import com.hubspot.jinjava.interpret.RenderResult;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.objects.date.FixedDateTimeProvider;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jinjava.javax.el.CompositeELResolver;

/**
 * A chat template in the part of Jinja2 that chat templates use, rendered by jinjava. Rendering the same conversation
 * gives the same text on every day: the date a template may ask for is given, not read from the clock.
 *
 * <p>Known differences from Jinja2: true and none print as {@code true} and nothing, {@code a and b} is a truth value,
 * and the texts "false" and "0" count as false. What jinjava cannot do at all is refused, never guessed.
 */
public final class ChatTemplate {
    /** The date shown to templates that print one, unless another is given. */
    public static final LocalDate DEFAULT_DATE = LocalDate.of(2025, 4, 10);

    private final String template;
    private final Jinjava jinjava;

    /**
     * @param source the template's text
     * @param date what {@code strftime_now} tells
     * @throws TokenizerException if the template uses something that is not supported
     */
    public ChatTemplate(String source, LocalDate date) {
        this.template = JinjaSource.rewrite(source);
        this.jinjava = new Jinjava(configuration(date));
        JinjaFilters.all().forEach(jinjava.getGlobalContext()::registerFilter);
        JinjaFunctions.all().forEach(jinjava.getGlobalContext()::registerFunction);
    }

    private static JinjavaConfig configuration(LocalDate date) {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new PythonStringResolver());
        resolver.add(JinjavaInterpreterResolver.DEFAULT_RESOLVER_READ_ONLY);
        LegacyOverrides asJinja2 = LegacyOverrides.newBuilder()
                .withEvaluateMapKeys(true)
                .withIterateOverMapKeys(true)
                .withUsePyishObjectMapper(true)
                .withUseNaturalOperatorPrecedence(true)
                .withAllowAdjacentTextNodes(true)
                .withKeepNullableLoopValues(true)
                .withHandleBackslashInQuotesOnly(true)
                .build();
        return JinjavaConfig.newBuilder()
                .withElResolver(resolver)
                .withLegacyOverrides(asJinja2)
                .withNestedInterpretationEnabled(false)
                .withKeepTrailingNewline(true)
                .withTimeZone(ZoneOffset.UTC)
                .withDateTimeProvider(new FixedDateTimeProvider(
                        date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()))
                .build();
    }

    /**
     * The conversation as one text.
     *
     * @param generationPrompt whether the opening of the assistant's next turn is added ({@code add_generation_prompt})
     * @param variables further variables of the template, such as {@code bos_token}, {@code date_string} or
     *     {@code enable_thinking}
     * @throws TokenizerException if the template refuses the conversation or cannot be rendered
     */
    public String render(List<ChatMessage> messages, boolean generationPrompt, Map<String, ?> variables) {
        Map<String, Object> context = new HashMap<>(variables);
        context.put("messages", messages.stream().map(ChatTemplate::asMap).toList());
        context.put("add_generation_prompt", generationPrompt);
        // Functions are no variables in jinjava, but templates ask whether they are defined.
        context.put("strftime_now", true);
        context.put("raise_exception", true);
        RenderResult result = jinjava.renderForResult(template, context);
        if (!result.getErrors().isEmpty()) {
            throw failure(result.getErrors().get(0));
        }
        return result.getOutput();
    }

    private static Map<String, Object> asMap(ChatMessage message) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("role", message.role());
        map.put("content", message.content());
        return map;
    }

    private static TokenizerException failure(TemplateError error) {
        for (Throwable cause = error.getException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof TokenizerException refusal) {
                return refusal;
            }
        }
        // The library names Java's classes, and line -1 where it knows none.
        String reason = error.getMessage().replaceAll("(class )?\\b(java|com|jinjava)(\\.\\w+)*\\.(\\w+)", "$4");
        String place = error.getLineno() > 0 ? "line " + error.getLineno() + ": " : "";
        return new TokenizerException(
                "the chat template cannot be rendered (%s%s); choose the plain prompt format instead"
                        .formatted(place, reason),
                error.getException());
    }
}
