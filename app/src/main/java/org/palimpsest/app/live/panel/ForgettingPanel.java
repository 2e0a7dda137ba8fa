package org.palimpsest.app.live.panel;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ChoiceBox;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.chart.theme.SeriesStyle;
import org.palimpsest.app.live.run.CurveKey;
import org.palimpsest.app.live.run.Figures;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.engine.event.Subject;

/** What is forgotten and what is kept: observed numbers of forget and retain questions, with the values of reference and target as dashed lines. */
final class ForgettingPanel extends CurveLivePanel {
    private static final String FIRST = "probability";
    /** Values nearer to each other than this share of the larger one are drawn as one line with one label. */
    private static final double SAME = 0.01;

    private final ChoiceBox<String> group =
            Choices.of("forgetting-group", words().get("group"), words().get("group.tip"), this::word);
    private Shown last;

    ForgettingPanel(SharedAxis axis) {
        super(PanelKind.FORGETTING, axis);
        group.getItems().add(FIRST);
        group.setValue(FIRST);
        group.valueProperty().addListener((value, before, now) -> {
            if (last != null && now != null) {
                show(last);
            }
        });
        panel().addTool(group);
    }

    private String word(String id) {
        return words().has("group." + id) ? words().get("group." + id) : id;
    }

    @Override
    public void show(Shown shown) {
        last = shown;
        if (shown.chosen() != null) {
            List<String> groups = new ArrayList<>(
                    ObservedGroups.of(shown.chosen().run().curves().keys(CurveKey.Family.OBSERVED))
                            .keySet());
            for (String id : groups) {
                if (!group.getItems().contains(id)) {
                    group.getItems().add(id);
                }
            }
        }
        super.show(shown);
    }

    @Override
    List<CurveKey> own(Watched run) {
        return ObservedGroups.of(run.run().curves().keys(CurveKey.Family.OBSERVED))
                .getOrDefault(group.getValue(), List.of());
    }

    @Override
    List<CurveKey> laidOver(Watched run) {
        return own(run);
    }

    @Override
    List<CurveSheet.Anchor> anchors(Watched run) {
        List<CurveSheet.Anchor> anchors = new ArrayList<>();
        for (CurveKey key : own(run)) {
            for (Subject subject : List.of(Subject.REFERENCE, Subject.TARGET)) {
                double value = run.run().curves().anchor(subject, key.name());
                if (Double.isFinite(value)) {
                    merge(anchors, key, subject, value);
                }
            }
        }
        return anchors;
    }

    private void merge(List<CurveSheet.Anchor> anchors, CurveKey key, Subject subject, double value) {
        String set = words().has("set." + key.name().split("\\.")[0])
                ? words().get("set." + key.name().split("\\.")[0])
                : "";
        String label = words().get("anchor." + subject.name().toLowerCase(java.util.Locale.ROOT), set);
        SeriesStyle style = subject == Subject.REFERENCE ? SeriesStyle.REFERENCE : SeriesStyle.TARGET;
        for (int i = 0; i < anchors.size(); i++) {
            CurveSheet.Anchor other = anchors.get(i);
            if (Math.abs(other.value() - value) <= SAME * Math.max(Math.abs(other.value()), Math.abs(value))) {
                anchors.set(
                        i,
                        new CurveSheet.Anchor(
                                other.id(),
                                words().get("anchor.and", label, other.label()),
                                other.value(),
                                other.style()));
                return;
            }
        }
        anchors.add(new CurveSheet.Anchor(
                subject + "/" + key.name(), words().get("anchor", label, Figures.brief(value)), value, style));
    }
}
