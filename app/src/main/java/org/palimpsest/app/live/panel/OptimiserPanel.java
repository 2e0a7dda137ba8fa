package org.palimpsest.app.live.panel;

import java.util.List;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.live.run.CurveKey;
import org.palimpsest.app.live.run.Watched;

/** Learning rate and length of the gradient, whose sizes have nothing in common: over a logarithmic axis. */
final class OptimiserPanel extends CurveLivePanel {

    OptimiserPanel(SharedAxis axis) {
        super(PanelKind.OPTIMISER, axis);
        panel().logYProperty().set(true);
    }

    @Override
    List<CurveKey> own(Watched run) {
        return List.of(CurveKey.NORM, CurveKey.RATE);
    }

    @Override
    List<CurveKey> laidOver(Watched run) {
        return own(run);
    }
}
