package org.palimpsest.app.workbench;

import java.util.Locale;

/** The places of the window, in the order of the rail. */
public enum PlaceId {
    LIBRARY("fth-book-open"),
    EXPERIMENT("fth-sliders"),
    LIVE("fth-activity"),
    COMPARE("fth-columns"),
    ASK("fth-message-circle"),
    ATTACK("fth-shield-off");

    private final String icon;

    PlaceId(String icon) {
        this.icon = icon;
    }

    /** Ikonli's name of the icon. */
    public String icon() {
        return icon;
    }

    /** Lower case, the key of its words in bundle {@code shell} ({@code place.live}). */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
