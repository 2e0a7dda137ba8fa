package org.palimpsest.app.chart.tokens;

import java.util.function.ToDoubleFunction;
import org.palimpsest.app.chart.theme.Hatch;
import org.palimpsest.app.chart.theme.SeriesStyle;

/**
 * One of the models whose probabilities stand side by side.
 *
 * @param label of the model
 * @param style whose colour its bars have
 * @param hatch of its bars
 * @param value reads its probability
 */
record Voice(String label, SeriesStyle style, Hatch hatch, ToDoubleFunction<TokenBar> value) {

    double of(TokenBar bar) {
        return value.applyAsDouble(bar);
    }
}
