package org.palimpsest.app.live.side;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.palimpsest.app.live.run.CurveKey;
import org.palimpsest.app.live.run.Figures;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.app.text.Messages;

/** The cosine between the gradients on forget and on retain answers, from −1 to 1, as the hand of a dial and in words. */
final class ConflictDial extends VBox {
    private static final double RADIUS = 52;
    private static final double WIDTH = 2 * RADIUS + 16;
    private static final double MIDDLE = WIDTH / 2;
    private static final double BASE = RADIUS + 10;
    /** As far from 0 as this, the two gradients are still said to be independent. */
    private static final double INDEPENDENT = 0.1;

    private final Messages words = Messages.of("live");
    private final Line hand = new Line(MIDDLE, BASE, MIDDLE, BASE - RADIUS + 12);
    private final Pane dial = new Pane();
    private final Label text = new Label();
    private double shown = Double.POSITIVE_INFINITY;
    private boolean awaits;

    ConflictDial() {
        getStyleClass().add("conflict-dial");
        setAlignment(Pos.CENTER);
        setId("live-dial");
        dial.getChildren()
                .addAll(
                        arc("dial-conflict", 180, 84),
                        arc("dial-independent", 96, 12),
                        arc("dial-aligned", 84, 84),
                        hand,
                        new Circle(MIDDLE, BASE, 3.5));
        dial.getChildren().get(4).getStyleClass().add("dial-hub");
        hand.getStyleClass().add("dial-hand");
        dial.setMinSize(WIDTH, BASE + 6);
        dial.setPrefSize(WIDTH, BASE + 6);
        dial.setMaxSize(WIDTH, BASE + 6);
        text.setWrapText(true);
        text.getStyleClass().add("dial-text");
        Tooltip.install(this, new Tooltip(words.get("dial.tip")));
        getChildren().addAll(dial, text);
        turn(Double.NaN, false);
    }

    /** An arc of the scale; −1 lies at 180°, 1 at 0°. */
    private static Arc arc(String style, double from, double length) {
        Arc arc = new Arc(MIDDLE, BASE, RADIUS, RADIUS, from - length, length);
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().addAll("dial-arc", style);
        return arc;
    }

    /** Turns the hand to where it was at {@code step}. */
    void show(Watched run, long step) {
        turn(run.run().curves().at(CurveKey.COSINE, step), run.awaits("gradient-cosine"));
    }

    private void turn(double cosine, boolean awaited) {
        if (Double.compare(cosine, shown) == 0 && awaited == awaits) {
            return;
        }
        shown = cosine;
        awaits = awaited;
        boolean known = Double.isFinite(cosine);
        hand.setVisible(known);
        if (known) {
            double angle = (1 - (Math.max(-1, Math.min(1, cosine)) + 1) / 2) * Math.PI;
            hand.setEndX(MIDDLE + (RADIUS - 12) * Math.cos(angle));
            hand.setEndY(BASE - (RADIUS - 12) * Math.sin(angle));
        }
        String key = !known
                ? awaited ? "dial.awaited" : "dial.unknown"
                : cosine < -INDEPENDENT ? "dial.conflict" : cosine > INDEPENDENT ? "dial.aligned" : "dial.independent";
        text.setText(words.get(key, Figures.brief(cosine)));
        setAccessibleText(text.getText());
    }
}
