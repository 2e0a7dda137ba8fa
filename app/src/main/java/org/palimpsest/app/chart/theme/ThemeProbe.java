package org.palimpsest.app.chart.theme;

import java.awt.Color;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Learns the theme by wearing it: an invisible region whose backgrounds are the colours that AtlantaFX looks up, and a text without letters that has the font. A
 * change of the theme or of the text size restyles both, and so arrives here by itself.
 */
public final class ThemeProbe extends Region {
    private static final List<String> COLOURS = List.of(
            "-color-bg-default",
            "-color-fg-default",
            "-color-fg-muted",
            "-color-border-default",
            "-color-accent-fg",
            "-color-danger-fg");

    private final Text text = new Text();
    private final ReadOnlyObjectWrapper<ChartTheme> theme = new ReadOnlyObjectWrapper<>(ChartTheme.PLAIN);

    /** A probe to be put among the children of a chart. */
    public ThemeProbe() {
        setManaged(false);
        setMouseTransparent(true);
        setOpacity(0);
        setStyle("-fx-background-color: " + String.join(", ", COLOURS) + ";");
        text.setManaged(false);
        getChildren().add(text);
        backgroundProperty().addListener((property, before, after) -> read());
        text.fontProperty().addListener((property, before, after) -> read());
    }

    /** The theme; {@link ChartTheme#PLAIN} until the probe stands in a scene that has one. */
    public ReadOnlyObjectProperty<ChartTheme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    private void read() {
        Background worn = getBackground();
        ChartTheme plain = ChartTheme.PLAIN;
        boolean known = worn != null && worn.getFills().size() == COLOURS.size();
        theme.set(ChartTheme.of(
                known ? colour(worn, 0) : plain.background(),
                known ? colour(worn, 1) : plain.foreground(),
                known ? colour(worn, 2) : plain.muted(),
                known ? colour(worn, 3) : plain.border(),
                known ? colour(worn, 4) : plain.accent(),
                known ? colour(worn, 5) : plain.danger(),
                text.getFont().getFamily(),
                text.getFont().getSize()));
    }

    private static Color colour(Background worn, int index) {
        BackgroundFill fill = worn.getFills().get(index);
        return fill.getFill() instanceof javafx.scene.paint.Color color ? FxColors.toAwt(color) : Color.GRAY;
    }
}
