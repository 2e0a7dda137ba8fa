package org.palimpsest.engine.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.method.TrainingSets;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.testdata.Scene;

/** Attacks at work on a scene. */
record Attacking(List<AttackStep> points, Map<String, Double> summary) {

    static Attacking on(
            Scene scene,
            String attack,
            DecoderModel attacked,
            Map<String, Object> settings,
            Map<String, Double> referenceSummary) {
        AttackContext context = new AttackContext(
                attacked,
                Optional.of(scene.target()),
                new TrainingSets(scene.forget(), scene.retain(), Optional.empty(), Scene.PAD),
                referenceSummary,
                100,
                Settings.of(Attacks.byId(attack).card(), settings),
                11);
        List<AttackStep> points = new ArrayList<>();
        try (AttackSession session = Attacks.byId(attack).open(context)) {
            while (!session.done()) {
                points.add(session.advance());
            }
            return new Attacking(points, session.summary());
        }
    }

    static Attacking on(Scene scene, String attack, DecoderModel attacked, Map<String, Object> settings) {
        return on(scene, attack, attacked, settings, Map.of());
    }

    double[] curve(String value) {
        return points.stream().mapToDouble(point -> point.values().get(value)).toArray();
    }
}
