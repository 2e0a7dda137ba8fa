package org.palimpsest.app.compare.curves;

/** How curves of several runs are shown. */
enum CurveMode {
    OVERLAY("fth-layers"),
    MULTIPLES("fth-grid"),
    DIFFERENCE("fth-minus-square");

    private final String icon;

    CurveMode(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }
}
