package org.palimpsest.app.live.panel;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ChoiceBox;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.chart.box.ChartBox;
import org.palimpsest.app.chart.layers.LayerHeatMap;
import org.palimpsest.app.chart.theme.ColourScale;
import org.palimpsest.app.live.run.LayerMap;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.live.run.Timeline;
import org.palimpsest.app.text.Messages;

/** What happens in the layers of the chosen run: one amount a layer over steps. */
final class InsidePanel implements LivePanel {
    private final Messages words = Messages.of("live");
    private final SeriesWords series = new SeriesWords();
    private final LayerHeatMap map;
    private final ChoiceBox<String> amount =
            Choices.of("inside-amount", words.get("layers.choice"), words.get("layers.tip"), series::series);
    private Shown last;
    private LayerMap filledFrom;
    private int filled;
    private long lastStep;

    InsidePanel(SharedAxis axis) {
        map = new LayerHeatMap(words.get(PanelKind.INSIDE.key()), axis, ColourScale.RISING);
        map.setId("panel-" + PanelKind.INSIDE.name().toLowerCase(Locale.ROOT));
        map.addTool(amount);
        amount.valueProperty().addListener((value, before, now) -> {
            map.amountLabelProperty().set(now == null ? "" : series.series(now));
            if (last != null) {
                fill(last);
            }
        });
    }

    @Override
    public PanelKind kind() {
        return PanelKind.INSIDE;
    }

    @Override
    public ChartBox box() {
        return map;
    }

    @Override
    public void show(Shown shown) {
        last = shown;
        Choices.offer(
                amount,
                shown.chosen() == null
                        ? List.of()
                        : List.copyOf(shown.chosen().run().observations().layerSeries()));
        amount.setVisible(!amount.getItems().isEmpty());
        fill(shown);
    }

    private void fill(Shown shown) {
        LiveRun run = shown.chosen() == null ? null : shown.chosen().run();
        LayerMap now = run == null || amount.getValue() == null
                ? null
                : run.observations().layers(amount.getValue());
        boolean goesOn = now != null
                && now == filledFrom
                && now.now().size() >= filled
                && (filled == 0 || now.now().step(filled - 1) == lastStep);
        if (!goesOn) {
            map.clear();
            filledFrom = now;
            filled = 0;
        }
        if (now != null) {
            append(now.now());
        }
    }

    private void append(Timeline<List<Double>> seen) {
        for (; filled < seen.size(); filled++) {
            lastStep = seen.step(filled);
            map.append(lastStep, seen.get(filled));
        }
    }
}
