package org.palimpsest.app.compare.curves;

import javafx.scene.layout.Region;

/** One of the ways to show curves of several runs. Used on the window's thread. */
interface CurveDisplay {

    Region view();

    /**
     * Shows curves.
     *
     * @param title of the series, in words
     */
    void show(String title, CurveStore.Found found);
}
