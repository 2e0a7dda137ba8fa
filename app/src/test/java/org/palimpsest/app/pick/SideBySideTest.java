package org.palimpsest.app.pick;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private final Region first = child();
    private final Region second = child();
    private final SideBySide pane = new SideBySide();

    @BeforeEach
    void fill() {
        pane.getChildren().addAll(first, second);
    }

    private static Region child() {
        Region child = new Region();
        child.setMinSize(20, 30);
        child.setPrefSize(100, 30);
        child.setMaxSize(200, 30);
        return child;
    }

    private void lay(double width) {
        pane.resize(width, pane.prefHeight(width));
        pane.layout();
    }

    @Test
    void childrenStandBesideEachOtherWhereThereIsRoom() {
        lay(300);
        assertThat(second.getLayoutY()).isZero();
        assertThat(second.getLayoutX()).isGreaterThan(first.getWidth());
        assertThat(second.getLayoutX() + second.getWidth()).isBetween(290.0, 300.0);
    }

    @Test
    void childrenStandBelowEachOtherWhereEachWouldGetLessThanItPrefers() {
        lay(190);
        assertThat(second.getLayoutX()).isZero();
        assertThat(second.getLayoutY()).isGreaterThanOrEqualTo(30);
        assertThat(first.getWidth()).isEqualTo(190);
        assertThat(pane.getHeight()).isGreaterThanOrEqualTo(second.getLayoutY() + 30);
    }

    @Test
    void noChildIsWiderThanItMayBe() {
        lay(900);
        assertThat(first.getWidth()).isEqualTo(200);
    }
}
