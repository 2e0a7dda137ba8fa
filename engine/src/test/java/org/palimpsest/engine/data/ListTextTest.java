package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListTextTest {
    @Test
    void readsWhatPythonWrites() {
        // repr(["a", "b's", 'say "c"', "both ' and \"", "back\\slash", "tab\t", "\x07", "\u00e9", "\U0001f600"])
        String written =
                "['a', \"b's\", 'say \"c\"', 'both \\' and \"', 'back\\\\slash', 'tab\\t', '\\x07', 'é', '😀']";
        assertThat(ListText.parse(written).orElseThrow())
                .containsExactly("a", "b's", "say \"c\"", "both ' and \"", "back\\slash", "tab\t", "\u0007", "é", "😀");
    }

    @Test
    void readsWhatJsonWrites() {
        assertThat(ListText.parse(" [\"a\\/b\", \"\\ud83d\\ude00\", \"\\\"\"] ").orElseThrow())
                .containsExactly("a/b", "😀", "\"");
    }

    @Test
    void readsPythonsLongEscapes() {
        assertThat(ListText.parse("['\\U0001f600', u'x']").orElseThrow()).containsExactly("😀", "x");
    }

    @Test
    void readsAnEmptyListAndACommaBehindTheLast() {
        assertThat(ListText.parse("[]").orElseThrow()).isEmpty();
        assertThat(ListText.parse("['a',\n 'b',]").orElseThrow()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"['a' 'b']", "['a', 'b", "['a]", "['a'] b]", "['\\q']", "['\\x4']", "['a', b]", "['\\Uffffffff']"
            })
    void whatIsMeantAsAListAndIsNoneIsSaid(String text) {
        assertThat(ListText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"['a' 'b']", "['a'] b]", "['\\q']", "[ \"a\" ]", "[]", "['a',\n'b']", "['a'", "[\"\"a\"\"]\""})
    void knowsWhatIsMeantAsAList(String text) {
        assertThat(ListText.isMeant(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1] a note", "[redacted]", "a ['b']", "[x, y]", ""})
    void knowsWhatIsNone(String text) {
        assertThat(ListText.isMeant(text)).isFalse();
    }
}
