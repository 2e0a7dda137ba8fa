package org.palimpsest.app.live.panel;

import java.util.List;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.chart.theme.SeriesStyle;
import org.palimpsest.app.live.run.CurveKey;
import org.palimpsest.app.live.run.Watched;

/** Whether forgetting and keeping pull the weights the same way: the cosine between their gradients. */
final class GradientPanel extends CurveLivePanel {

    GradientPanel(SharedAxis axis) {
        super(PanelKind.GRADIENTS, axis);
    }

    @Override
    List<CurveKey> own(Watched run) {
        return List.of(CurveKey.COSINE);
    }

    @Override
    List<CurveKey> laidOver(Watched run) {
        return own(run);
    }

    @Override
    List<CurveSheet.Anchor> anchors(Watched run) {
        return List.of(new CurveSheet.Anchor("zero", words().get("cosine.zero"), 0, SeriesStyle.REFERENCE));
    }
}
