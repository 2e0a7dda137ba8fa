package org.palimpsest.app.pick;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Children of one width beside each other, as wide as there is room for; below each other where each would get less than the width it
 * prefers, as in large text.
 */
class SideBySide extends Pane {
    /** Room between two children, as a share of the width that one prefers. */
    private static final double GAP = 0.06;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return sides()
                + getManagedChildren().stream()
                        .mapToDouble(child -> child.minWidth(-1))
                        .max()
                        .orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        int count = getManagedChildren().size();
        return sides() + count * preferred() + (count - 1) * gap();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Node> children = getManagedChildren();
        Insets insets = getInsets();
        double ends = insets.getTop() + insets.getBottom();
        if (width < 0 || !stacked(width - sides())) {
            return ends
                    + children.stream()
                            .mapToDouble(child -> child.prefHeight(-1))
                            .max()
                            .orElse(0);
        }
        return ends
                + children.stream()
                        .mapToDouble(child -> child.prefHeight(-1) + gap())
                        .sum()
                - gap();
    }

    @Override
    protected void layoutChildren() {
        List<Node> children = getManagedChildren();
        double inside = getWidth() - sides();
        boolean stacked = stacked(inside);
        double share = stacked ? inside : share(inside);
        double x = getInsets().getLeft();
        double y = getInsets().getTop();
        for (Node child : children) {
            double width = snapSizeX(Math.min(child.maxWidth(-1), share));
            double height = child.prefHeight(-1);
            child.resizeRelocate(x, y, width, height);
            if (stacked) {
                y = snapPositionY(y + height + gap());
            } else {
                x = snapPositionX(x + width + gap());
            }
        }
    }

    /** Whether children stand below each other in this width, in pixels. */
    private boolean stacked(double inside) {
        return share(inside) < preferred();
    }

    private double share(double inside) {
        int count = Math.max(1, getManagedChildren().size());
        return (inside - (count - 1) * gap()) / count;
    }

    private double preferred() {
        return getManagedChildren().stream()
                .mapToDouble(child -> child.prefWidth(-1))
                .max()
                .orElse(0);
    }

    private double gap() {
        return snapSpaceX(preferred() * GAP);
    }

    private double sides() {
        return getInsets().getLeft() + getInsets().getRight();
    }
}
