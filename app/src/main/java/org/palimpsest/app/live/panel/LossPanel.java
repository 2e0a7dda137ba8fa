package org.palimpsest.app.live.panel;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.live.run.CurveKey;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;

/** The total loss and every term of the method's formula. Of runs laid over only the total: terms of different methods have nothing in common. */
final class LossPanel extends CurveLivePanel {

    LossPanel(SharedAxis axis) {
        super(PanelKind.LOSSES, axis);
    }

    @Override
    List<CurveKey> own(Watched run) {
        List<CurveKey> keys = new ArrayList<>();
        keys.add(CurveKey.TOTAL);
        Catalogue.method(run.run().method())
                .map(MethodCard::terms)
                .ifPresent(terms -> terms.forEach(term -> keys.add(new CurveKey(CurveKey.Family.LOSS, term.name()))));
        return keys;
    }

    @Override
    List<CurveKey> laidOver(Watched run) {
        return List.of(CurveKey.TOTAL);
    }
}
