package org.palimpsest.app.shell.page;

import java.util.Locale;

/** A page beside the places. */
public enum PageId {
    PREFERENCES,
    KEYS,
    DOCTOR,
    ABOUT;

    /** Lower case, the key of its words in bundle {@code shell} ({@code page.doctor}). */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
