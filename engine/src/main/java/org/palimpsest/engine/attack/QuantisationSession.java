package org.palimpsest.engine.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.palimpsest.engine.data.RowSample;
import org.palimpsest.engine.evaluate.MeanProbability;
import org.palimpsest.engine.evaluate.StressScores;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.text.EncodedExample;

/** One format a point, the unrounded model first. */
final class QuantisationSession implements AttackSession {
    private static final String FORGET = "forget.probability";
    private static final String RETAIN = "retain.probability";
    private static final String IDENTICAL = "codes.identical";

    private final DecoderModel model;
    private final Optional<DecoderModel> target;
    private final List<Quantiser> formats;
    private final List<EncodedExample> forget;
    private final List<EncodedExample> retain;
    private final RoundedModel rounded;
    private final List<AttackStep> points = new ArrayList<>();
    private Double targetProbability;

    QuantisationSession(AttackContext context, List<Quantiser> formats) {
        this.model = context.model();
        this.target = context.target();
        this.formats = formats;
        this.forget = RowSample.of(context.seed(), context.sets().forget(), context.measuredRows());
        this.retain = RowSample.of(context.seed(), context.sets().retain(), context.measuredRows());
        this.rounded = new RoundedModel(model);
    }

    @Override
    public int points() {
        return 1 + formats.size();
    }

    @Override
    public boolean done() {
        return points.size() == points();
    }

    @Override
    public AttackStep advance() {
        if (done()) {
            throw new IllegalStateException("the attack is done: all " + points() + " points are measured");
        }
        AttackStep point = points.isEmpty() ? unrounded() : rounded(formats.get(points.size() - 1));
        points.add(point);
        return point;
    }

    private AttackStep unrounded() {
        Map<String, Double> values = measure(model);
        targetProbability = target.map(known -> known == model ? values.get(FORGET) : MeanProbability.of(known, forget))
                .orElse(null);
        return new AttackStep(32, "none", values);
    }

    private AttackStep rounded(Quantiser format) {
        rounded.round(format);
        Map<String, Double> values = measure(rounded.model());
        target.map(known -> rounded.identicalCodes(known, format))
                .filter(OptionalDouble::isPresent)
                .ifPresent(share -> values.put(IDENTICAL, share.getAsDouble()));
        return new AttackStep(format.bits(), format.label(), values);
    }

    private Map<String, Double> measure(DecoderModel measured) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(FORGET, MeanProbability.of(measured, forget));
        if (!retain.isEmpty()) {
            values.put(RETAIN, MeanProbability.of(measured, retain));
        }
        return values;
    }

    @Override
    public Map<String, Double> summary() {
        Map<String, Double> summary = new LinkedHashMap<>();
        if (points.isEmpty()) {
            return summary;
        }
        double before = points.get(0).values().get(FORGET);
        summary.put(FORGET + ".before", before);
        if (targetProbability != null) {
            summary.put("target.probability", targetProbability);
        }
        for (AttackStep point : points.subList(1, points.size())) {
            double after = point.values().get(FORGET);
            summary.put(point.label() + "." + FORGET, after);
            if (targetProbability != null) {
                summary.put(point.label() + ".recovery", recovery(before, after));
                summary.put(point.label() + "." + IDENTICAL, point.values().get(IDENTICAL));
            }
            OptionalDouble robustness = StressScores.quantisation(before, after);
            summary.put(point.label() + ".robustness", robustness.isPresent() ? robustness.getAsDouble() : null);
        }
        return summary;
    }

    /** Null where nothing was forgotten that could come back. */
    private Double recovery(double before, double after) {
        double lost = targetProbability - before;
        return lost > 0 && !Double.isNaN(after) ? (after - before) / lost : null;
    }

    @Override
    public void close() {
        rounded.close();
    }
}
