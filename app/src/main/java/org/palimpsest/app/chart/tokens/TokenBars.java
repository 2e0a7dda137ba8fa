package org.palimpsest.app.chart.tokens;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import org.palimpsest.app.chart.box.ChartBox;
import org.palimpsest.app.chart.box.HatchSample;
import org.palimpsest.app.chart.export.ChartTable;
import org.palimpsest.app.chart.plot.Numerals;
import org.palimpsest.app.chart.surface.ChartSurface;
import org.palimpsest.app.chart.surface.Picture;
import org.palimpsest.app.chart.theme.Hatch;
import org.palimpsest.app.chart.theme.SeriesStyle;

/**
 * The likeliest next tokens: for each a bar of the target model, of the model as it is now, and of the retained reference, told apart by pattern and colour. Up and down
 * arrows go from token to token. JavaFX thread only.
 */
public final class TokenBars extends ChartBox {
    private final List<Voice> voices;
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final FlowPane legend = new FlowPane();
    private List<TokenBar> bars = List.of();

    /** An empty chart. */
    public TokenBars(String title) {
        super(title);
        voices = List.of(
                new Voice(words().get("model.target"), SeriesStyle.TARGET, Hatch.RISING, TokenBar::target),
                new Voice(words().get("model.now"), SeriesStyle.NOW, Hatch.SOLID, TokenBar::now),
                new Voice(words().get("model.reference"), SeriesStyle.REFERENCE, Hatch.DOTS, TokenBar::reference));
        legend.getStyleClass().add("chart-legend");
        legend.setMinWidth(0);
        setBottom(legend);
        surface().themeProperty().addListener(changed -> dress());
        surface().setAccessibleHelp(words().get("keys.tokens"));
        surface().onKey(this::key);
        surface().addEventHandler(MouseEvent.MOUSE_CLICKED, event -> selected.set(at(event.getY())));
        selected.addListener(changed -> {
            surface().redraw();
            speak();
        });
        dress();
    }

    /** Shows other tokens. */
    public void show(List<TokenBar> tokens) {
        bars = List.copyOf(tokens);
        if (selected.get() >= bars.size()) {
            selected.set(-1);
        }
        dress();
        speak();
        surface().redraw();
    }

    /** Takes all tokens away. */
    public void clear() {
        show(List.of());
    }

    /** Index of the token that is looked at, or -1. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    @Override
    protected Picture picture() {
        return new BarPicture(
                titleProperty().get(),
                words().get("probability"),
                bars,
                selected.get(),
                present(),
                surface().getHeight());
    }

    @Override
    public ChartTable table() {
        List<Voice> present = present();
        List<String> columns = new ArrayList<>(List.of(words().get("token")));
        present.forEach(voice -> columns.add(voice.label()));
        List<TokenBar> shown = bars;
        return new ChartTable(
                columns,
                shown.size(),
                (row, column) -> column == 0
                        ? shown.get(row).token()
                        : (Object) present.get(column - 1).of(shown.get(row)));
    }

    /** The models of which anything is known. */
    private List<Voice> present() {
        return voices.stream()
                .filter(voice -> bars.stream().anyMatch(bar -> !Double.isNaN(voice.of(bar))))
                .toList();
    }

    private void dress() {
        legend.getChildren().clear();
        for (Voice voice : present()) {
            Label label = new Label(
                    voice.label(),
                    new HatchSample(
                            voice.hatch(),
                            surface().themeProperty().get().color(voice.style()),
                            surface().themeProperty().get().background()));
            label.getStyleClass().add("chart-note");
            legend.getChildren().add(label);
        }
    }

    private int at(double pixel) {
        ChartSurface.Shown shown = surface().shownProperty().get();
        if (shown == null || bars.isEmpty()) {
            return -1;
        }
        Bounds plot = shown.plot();
        double part = (pixel - plot.getMinY()) / plot.getHeight();
        return part < 0 || part >= 1 ? -1 : (int) (part * bars.size());
    }

    private void key(KeyEvent event) {
        int change = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (change != 0 && !bars.isEmpty()) {
            selected.set(Math.max(0, Math.min(bars.size() - 1, selected.get() + change)));
            event.consume();
        }
    }

    private void speak() {
        StringBuilder text = new StringBuilder(titleProperty().get());
        if (selected.get() >= 0 && selected.get() < bars.size()) {
            TokenBar bar = bars.get(selected.get());
            text.append(", ").append(bar.visible());
            for (Voice voice : present()) {
                text.append(", ").append(voice.label()).append(' ').append(Numerals.value(voice.of(bar)));
            }
        }
        surface().setAccessibleText(text.toString());
    }
}
