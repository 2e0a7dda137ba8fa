package org.palimpsest.app.live.panel;

import org.palimpsest.app.chart.curve.SharedAxis;

/** Makes panels. */
final class Panels {
    private Panels() {}

    static LivePanel make(PanelKind kind, SharedAxis axis) {
        return switch (kind) {
            case LOSSES -> new LossPanel(axis);
            case FORGETTING -> new ForgettingPanel(axis);
            case DIVERGENCE, TOKENS -> new DivergencePanel(axis);
            case GRADIENTS, INSIDE -> new GradientPanel(axis);
            case OPTIMISER -> new OptimiserPanel(axis);
        };
    }
}
