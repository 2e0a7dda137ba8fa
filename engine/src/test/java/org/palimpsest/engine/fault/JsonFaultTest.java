package org.palimpsest.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFaultTest {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    record Point(int x, List<Integer> others) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\": NaN}",
                "{\"x\": +1}",
                "{\"x\": 01}",
                "{\"x\": 1.}",
                "{\"x\": 1",
                "{\"x\": \"abc",
                "{\"x\": 1} {}",
                "// made by hand\n{}",
                "{'x': 1}",
                "PK\u0003\u0004 noise",
                "\ufeff{}",
                "{\"x\": 1, \"x\": 2}",
                "{\"x\": \"a\\qb\"}"
            })
    void showsNothingOfTheLibrary(String text) {
        assertThat(fault(text).words())
                .contains("broken JSON")
                .doesNotContain("Feature", "Source", "com.", "START_", "VALUE_", "code ")
                .doesNotContain("\u0003", "\ufeff");
    }

    @Test
    void tellsWhere() {
        assertThat(fault("{\n \"x\" 1}").words())
                .isEqualTo("broken JSON at line 2, column 6: \"1\" stands where a colon behind the key is expected");
    }

    @Test
    void tellsOfTooDeepANestWithoutAPlace() {
        assertThat(fault("[".repeat(2000)).words()).contains("nested deeper than 1,000 levels");
    }

    @Test
    void tellsOfADocumentBehindAnother() {
        assertThat(fault("{} {}").reason()).isEqualTo("something stands behind the end of the document; take it out");
    }

    @Test
    void namesTheValueThatHasAnotherType() {
        JsonProcessingException failure = catchThrowableOfType(
                JsonProcessingException.class,
                () -> STRICT.readValue("{\"x\": 1, \"others\": [1, \"b\"]}", Point.class));
        assertThat(JsonFault.of(failure).reason()).startsWith("\"others.1\" is missing, unknown, or of another type");
    }

    private static JsonFault fault(String text) {
        return JsonFault.of(catchThrowableOfType(JsonProcessingException.class, () -> STRICT.readTree(text)));
    }
}
