package org.palimpsest.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StyleSheetsTest {

    @Test
    void iconsGrowWithTheText() {
        assertThat(StyleSheets.scaled(".a { -fx-icon-size: 20px; } .b { -fx-icon-size:16; }", 150))
                .isEqualTo(".a { -fx-icon-size: 30.0px; } .b { -fx-icon-size:24.0px; }");
    }

    @Test
    void everyRoomsSheetIsWorn() {
        assertThat(StyleSheets.all(100)).anyMatch(sheet -> sheet.endsWith("palimpsest.css"));
    }

    @Test
    void namesOfDarkThemesAreKnown() {
        assertThat(SystemTheme.namesDark("Adwaita-dark")).isTrue();
        assertThat(SystemTheme.namesDark("'prefer-light'")).isFalse();
    }
}
