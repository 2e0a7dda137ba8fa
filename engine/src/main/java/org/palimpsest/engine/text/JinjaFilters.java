package org.palimpsest.engine.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.AdvancedFilter;
import com.hubspot.jinjava.lib.filter.Filter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The filters that jinjava lacks, or that write something else than in a chat template's home. */
final class JinjaFilters {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JinjaFilters() {}

    static List<Filter> all() {
        return List.of(
                new Named("tojson", JinjaFilters::toJson),
                new Named("reversed_sequence", (value, options) -> reversed(value)),
                new Named("items", (value, options) -> new ArrayList<>(((Map<?, ?>) value).entrySet())));
    }

    private record Named(String name, BiFunction<Object, Map<String, Object>, Object> function)
            implements AdvancedFilter {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public Object filter(
                Object value, JinjavaInterpreter interpreter, Object[] arguments, Map<String, Object> options) {
            return function.apply(value, options);
        }
    }

    /** JSON as Python's {@code json.dumps(value, ensure_ascii=False, indent=indent)} writes it. */
    private static Object toJson(Object value, Map<String, Object> options) {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer;
        if (options.get("indent") instanceof Number indent) {
            DefaultIndenter indenter = new DefaultIndenter(" ".repeat(indent.intValue()), "\n");
            printer = new DefaultPrettyPrinter(separators)
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter);
        } else {
            Separators inline = separators.withObjectEntrySpacing(Spacing.AFTER).withArrayValueSpacing(Spacing.AFTER);
            DefaultPrettyPrinter.Indenter none = new DefaultPrettyPrinter.NopIndenter();
            printer = new DefaultPrettyPrinter(inline).withObjectIndenter(none).withArrayIndenter(none);
        }
        try {
            return MAPPER.writer(printer).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new TokenizerException("chat template: tojson cannot write a " + value.getClass(), e);
        }
    }

    private static Object reversed(Object value) {
        if (value instanceof String text) {
            return new StringBuilder(text).reverse().toString();
        }
        List<Object> list = new ArrayList<>((List<?>) value);
        Collections.reverse(list);
        return list;
    }
}
