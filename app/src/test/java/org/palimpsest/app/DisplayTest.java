package org.palimpsest.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {

    @Test
    void linuxWithoutEitherVariableHasNoDisplay() {
        assertThat(Display.absence("Linux", Map.of()))
                .hasValueSatisfying(said -> assertThat(said).contains("neither DISPLAY nor WAYLAND_DISPLAY"));
    }

    @Test
    void anEmptyVariableCountsAsAbsent() {
        assertThat(Display.absence("Linux", Map.of("DISPLAY", ""))).isPresent();
    }

    @Test
    void linuxWithAnXServerHasOne() {
        assertThat(Display.absence("Linux", Map.of("DISPLAY", ":0"))).isEmpty();
    }

    @Test
    void waylandWithoutXwaylandIsToldWhatToSwitchOn() {
        assertThat(Display.absence("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")))
                .hasValueSatisfying(said -> assertThat(said).contains("Xwayland"));
    }

    @Test
    void macAndWindowsAlwaysHaveOne() {
        assertThat(Display.absence("Mac OS X", Map.of())).isEmpty();
        assertThat(Display.absence("Windows 11", Map.of())).isEmpty();
    }
}
