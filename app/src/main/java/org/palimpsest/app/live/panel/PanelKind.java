package org.palimpsest.app.live.panel;

import java.util.List;
import java.util.Locale;

/** What a panel can show. */
public enum PanelKind {
    LOSSES,
    FORGETTING,
    TOKENS,
    INSIDE,
    DIVERGENCE,
    GRADIENTS,
    OPTIMISER;

    /** The four that are seen at first. */
    public static final List<PanelKind> FIRST = List.of(LOSSES, FORGETTING, TOKENS, INSIDE);

    /** The key of its words in bundle {@code live}. */
    public String key() {
        return "panel." + name().toLowerCase(Locale.ROOT);
    }
}
