package org.palimpsest.app.live.panel;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.live.run.CurveKey;
import org.palimpsest.app.live.run.Watched;

/** How far the model has moved from the target and how near it has come to the reference, at every pinned prompt. */
final class DivergencePanel extends CurveLivePanel {

    DivergencePanel(SharedAxis axis) {
        super(PanelKind.DIVERGENCE, axis);
    }

    @Override
    List<CurveKey> own(Watched run) {
        List<CurveKey> keys = new ArrayList<>();
        for (String prompt : run.run().observations().prompts()) {
            keys.add(new CurveKey(CurveKey.Family.FROM_TARGET, prompt));
            keys.add(new CurveKey(CurveKey.Family.FROM_REFERENCE, prompt));
        }
        return keys;
    }

    @Override
    List<CurveKey> laidOver(Watched run) {
        List<CurveKey> own = own(run);
        return own.subList(0, Math.min(2, own.size()));
    }
}
