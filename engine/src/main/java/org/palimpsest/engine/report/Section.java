package org.palimpsest.engine.report;

import java.util.List;

/**
 * A part of the page.
 *
 * @param lead a sentence or two on how to read the charts
 * @param missing the sentence that stands there instead when there is no chart
 */
record Section(String id, String title, String lead, List<Figure> figures, String missing) {
    Section {
        figures = List.copyOf(figures);
    }
}
