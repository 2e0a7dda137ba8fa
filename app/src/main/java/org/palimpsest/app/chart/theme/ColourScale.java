package org.palimpsest.app.chart.theme;

import java.awt.Color;

/** Colours for amounts, which eyes with any colour weakness read in the same order. */
public enum ColourScale {
    /** From little to much: dark blue over grey to yellow, after <i>cividis</i> (Nuñez, Anderton and Renslow, 2018). */
    RISING(0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74, 0xC3B369, 0xE1CC55, 0xFEE838),
    /** From below zero to above: blue over the colour of the background to orange, lighter towards the ends. For dark backgrounds. */
    TWO_SIDED_ON_DARK(
            0x8FD0FF, 0x6EAEE1, 0x4D8EC3, 0x2C6EA6, 0x2D577E, 0x2B4158, 0x262C34, 0x503C34, 0x7B4A2E, 0xA8571F,
            0xC57540, 0xE2935F, 0xFFB27D),
    /** From below zero to above: blue over white to orange. */
    TWO_SIDED(
            0x0B4F94, 0x3A72AE, 0x6296C7, 0x8ABBE0, 0xADCEE7, 0xD0E0ED, 0xF3F3F3, 0xF4DACA, 0xF3C2A0, 0xF0A875,
            0xD98554, 0xC16331, 0xA83F00);

    @SuppressWarnings("ImmutableEnumChecker") // Written nowhere after this, and never handed out.
    private final Color[] stops;

    ColourScale(int... stops) {
        this.stops = new Color[stops.length];
        for (int i = 0; i < stops.length; i++) {
            this.stops[i] = new Color(stops[i]);
        }
    }

    /** The colour of a part of the scale, from 0 to 1; parts outside are held at the ends. */
    public Color at(double part) {
        double place = Math.min(1, Math.max(0, part)) * (stops.length - 1);
        int below = Math.min(stops.length - 2, (int) place);
        return Contrast.mix(stops[below], stops[below + 1], place - below);
    }

    /** The scale for charts on this background: zero has a colour near to it. */
    public ColourScale on(Color background) {
        return this == TWO_SIDED && Contrast.luminance(background) < 0.18 ? TWO_SIDED_ON_DARK : this;
    }
}
