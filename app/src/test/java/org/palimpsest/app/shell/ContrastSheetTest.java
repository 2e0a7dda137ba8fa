package org.palimpsest.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.app.chart.theme.Contrast;

/** The high-contrast sheet: words on its grounds. */
class ContrastSheetTest {
    private static final double WORDS = 4.5;

    private static Color colour(String name) throws IOException {
        try (InputStream in = URI.create(StyleSheets.named("contrast")).toURL().openStream()) {
            String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher found =
                    Pattern.compile("-color-" + name + ": (#[0-9a-f]{6});").matcher(sheet);
            assertThat(found.find()).as(name).isTrue();
            return Color.decode(found.group(1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bg-default",
                "accent-subtle",
                "success-subtle",
                "warning-subtle",
                "danger-subtle",
                "neutral-subtle",
                "accent-muted",
                "success-muted",
                "warning-muted",
                "danger-muted",
                "neutral-muted"
            })
    void usualWordsAreReadOnIt(String ground) throws IOException {
        assertThat(Contrast.of(colour("fg-default"), colour(ground))).isGreaterThanOrEqualTo(WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accent-emphasis", "success-emphasis", "warning-emphasis", "danger-emphasis"})
    void wordsOfButtonsAreReadOnIt(String ground) throws IOException {
        assertThat(Contrast.of(colour("fg-emphasis"), colour(ground))).isGreaterThanOrEqualTo(WORDS);
    }
}
