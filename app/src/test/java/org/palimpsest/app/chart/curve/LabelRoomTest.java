package org.palimpsest.app.chart.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelRoomTest {
    private final LabelRoom room = new LabelRoom(new Rectangle2D.Double(40, 10, 200, 100));

    @Test
    void aReferenceStandsAboveTheRightEndOfItsLine() {
        assertThat(room.take(room.along(60, 50, 12))).contains(new Rectangle2D.Double(187, 47, 50, 12));
    }

    @Test
    void aReferenceAtTheTopStandsBelowItsLine() {
        assertThat(room.take(room.along(12, 50, 12))).contains(new Rectangle2D.Double(187, 13, 50, 12));
    }

    @Test
    void aReferenceMakesWayForAnEvent() {
        Rectangle2D event = room.take(room.beside(190, 45, 12, 1)).orElseThrow();

        Rectangle2D reference = room.take(room.along(23, 50, 12)).orElseThrow();

        assertThat(reference.intersects(event)).isFalse();
    }

    @Test
    void aReferenceDoesNotStandOnAnotherLineWhereItNeedNot() {
        Rectangle2D place = room.take(room.along(60, 50, 12), where -> !where.contains(where.getCenterX(), 55))
                .orElseThrow();

        assertThat(place.getMinY()).isEqualTo(61);
    }

    @Test
    void eventsSideBySideAreSpreadOverRows() {
        double first = room.take(room.beside(60, 80, 12, 3)).orElseThrow().getMinY();
        double second = room.take(room.beside(70, 80, 12, 3)).orElseThrow().getMinY();

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void whatHasNoRoomIsLeftOut() {
        assertThat(room.take(List.of(new Rectangle2D.Double(200, 20, 90, 12)))).isEmpty();
    }
}
