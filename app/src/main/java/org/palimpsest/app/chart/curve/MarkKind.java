package org.palimpsest.app.chart.curve;

import org.palimpsest.app.chart.theme.Dash;

/** What happened at a marked step. Each kind has a dash of its own; its label begins with its sign. */
public enum MarkKind {
    PAUSE("‖", Dash.DOTTED),
    RESUME("▸", Dash.DOTTED),
    FORK("↱", Dash.DASH_DOT),
    ATTACK("✕", Dash.DASHED),
    LEARNING_RATE("η", Dash.LONG),
    WARNING("!", Dash.SOLID);

    private final String sign;
    private final Dash dash;

    MarkKind(String sign, Dash dash) {
        this.sign = sign;
        this.dash = dash;
    }

    /** One character that stands before the label. */
    public String sign() {
        return sign;
    }

    Dash dash() {
        return dash;
    }
}
