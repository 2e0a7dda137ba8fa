package org.palimpsest.app.ask;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Columns of equal width beside each other, as many as there is room for; the others stand in further rows. */
final class CardRow extends Pane {
    private static final double GAP = 12;
    /** Never shown; its style says how narrow a column may become in the text size there is. */
    private final Region least = new Region();

    private List<? extends Region> cards = List.of();

    CardRow() {
        getStyleClass().add("card-row");
        least.getStyleClass().add("least-column");
        least.setManaged(false);
        least.setVisible(false);
        getChildren().add(least);
    }

    void show(List<? extends Region> newCards) {
        cards = List.copyOf(newCards);
        getChildren().setAll(cards);
        getChildren().add(least);
        requestLayout();
    }

    private int perRow(double width) {
        double narrowest = Math.max(120, least.minWidth(-1));
        int room = (int) Math.max(1, Math.floor((width + GAP) / (narrowest + GAP)));
        return Math.max(1, Math.min(room, cards.size()));
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? getWidth() : width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double place(double width, boolean now) {
        int perRow = perRow(width);
        double each = Math.floor((width - GAP * (perRow - 1)) / perRow);
        double y = 0;
        for (int from = 0; from < cards.size(); from += perRow) {
            List<? extends Region> row = cards.subList(from, Math.min(cards.size(), from + perRow));
            double height = row.stream()
                    .mapToDouble(card -> card.prefHeight(each))
                    .max()
                    .orElse(0);
            for (int i = 0; now && i < row.size(); i++) {
                row.get(i).resizeRelocate(i * (each + GAP), y, each, height);
            }
            y += height + GAP;
        }
        return Math.max(0, y - GAP);
    }
}
