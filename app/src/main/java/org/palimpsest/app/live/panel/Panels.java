package org.palimpsest.app.live.panel;

import org.palimpsest.app.chart.axis.SharedAxis;

/** Makes panels. */
final class Panels {
    private Panels() {}

    static LivePanel make(PanelKind kind, SharedAxis axis) {
        return switch (kind) {
            case LOSSES -> new LossPanel(axis);
            case FORGETTING -> new ForgettingPanel(axis);
            case TOKENS -> new TokenPanel();
            case INSIDE -> new InsidePanel(axis);
            case DIVERGENCE -> new DivergencePanel(axis);
            case GRADIENTS -> new GradientPanel(axis);
            case OPTIMISER -> new OptimiserPanel(axis);
        };
    }
}
