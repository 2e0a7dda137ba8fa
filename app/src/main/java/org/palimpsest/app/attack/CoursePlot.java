package org.palimpsest.app.attack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.palimpsest.app.chart.curve.CurvePanel;
import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.chart.theme.Dash;
import org.palimpsest.app.chart.theme.Marker;
import org.palimpsest.app.chart.theme.SeriesStyle;

/** Curves of attacks: each model beside the retained reference under the same attack. Points are added as they come. */
final class CoursePlot {
    private final AttackWords words;
    private final CurvePanel panel = new CurvePanel("");
    private final Map<String, SeriesData> shown = new HashMap<>();
    private final Map<String, List<AttackTrack.Point>> points = new HashMap<>();
    private String quantity = "";

    CoursePlot(AttackWords words) {
        this.words = words;
        panel.setId("attack-curves");
        panel.getStyleClass().add("attack-curves");
    }

    CurvePanel panel() {
        return panel;
    }

    /** @param courses that are ticked, the newest first */
    void show(String title, String newQuantity, List<AttackCourse> courses) {
        panel.titleProperty().set(title);
        panel.yLabelProperty().set(words.brief(newQuantity));
        if (!newQuantity.equals(quantity)) {
            shown.keySet().forEach(panel::remove);
            shown.clear();
            points.clear();
            quantity = newQuantity;
        }
        Set<String> wanted = new HashSet<>();
        double target = Double.NaN;
        for (int i = 0; i < courses.size(); i++) {
            AttackCourse course = courses.get(i);
            Double known = course.now().summary().get("target.probability");
            target = known == null || !quantity.equals(course.recovered()) ? target : known;
            boolean alone = courses.size() == 1;
            // The same colour and marker for both, so that it is seen what belongs together; dashes are the
            // reference's.
            SeriesStyle now = alone ? SeriesStyle.NOW : new SeriesStyle(i, Dash.SOLID, marker(i));
            SeriesStyle beside = alone ? SeriesStyle.REFERENCE : new SeriesStyle(i, Dash.DASHED, marker(i));
            String name = words.get(alone ? "series.now" : "series.now.of", course.step(), words.time(course));
            String other =
                    words.get(alone ? "series.reference" : "series.reference.of", course.step(), words.time(course));
            draw(course.attackRun() + " now", name, now, course.now(), wanted);
            draw(course.attackRun() + " reference", other, beside, course.reference(), wanted);
        }
        for (String id : Set.copyOf(shown.keySet())) {
            if (!wanted.contains(id)) {
                forget(id);
            }
        }
        panel.reference("target", words.get("series.target"), target, SeriesStyle.TARGET);
    }

    private static Marker marker(int index) {
        return Marker.values()[index % Marker.values().length];
    }

    private void draw(String id, String label, SeriesStyle style, AttackTrack track, Set<String> wanted) {
        List<AttackTrack.Point> now = track.inOrder();
        if (now.isEmpty()) {
            return;
        }
        String key = id + " " + label + " " + style;
        wanted.add(key);
        List<AttackTrack.Point> before = points.getOrDefault(key, List.of());
        boolean longer =
                now.size() >= before.size() && now.subList(0, before.size()).equals(before);
        if (!longer) {
            forget(key);
        }
        SeriesData data = shown.computeIfAbsent(key, absent -> panel.series(absent, label, style));
        for (AttackTrack.Point point : now.subList(longer ? before.size() : 0, now.size())) {
            data.append(point.x(), point.value(quantity));
        }
        points.put(key, now);
    }

    private void forget(String key) {
        panel.remove(key);
        shown.remove(key);
        points.remove(key);
    }
}
