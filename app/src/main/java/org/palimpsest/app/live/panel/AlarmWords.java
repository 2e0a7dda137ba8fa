package org.palimpsest.app.live.panel;

import org.palimpsest.app.live.run.Alarm;
import org.palimpsest.app.live.run.Figures;
import org.palimpsest.app.text.Messages;

/** What guards say. */
public final class AlarmWords {
    private final Messages words = Messages.of("live");

    /** What was seen, against what, since when. */
    public String sentence(Alarm alarm) {
        String seen = Figures.brief(alarm.value());
        return switch (alarm.kind()) {
            // The engine's own sentence says more than a NaN does.
            case NOT_FINITE ->
                Double.isNaN(alarm.bound()) && alarm.what().contains(" ")
                        ? words.get("alarm.not-finite.paused", alarm.what())
                        : words.get("alarm.not-finite", alarm.what(), seen, alarm.step());
            case UTILITY -> words.get("alarm.utility", seen, Figures.brief(alarm.bound()), alarm.step());
            case OVER_FORGETTING ->
                words.get("alarm.over-forgetting", seen, Figures.brief(alarm.bound()), alarm.step());
        };
    }

    /** The same in a line. */
    String brief(Alarm alarm) {
        return words.get(
                alarm.kind().key() + ".brief",
                Figures.brief(alarm.value()),
                Figures.brief(alarm.bound()),
                alarm.step());
    }

    /** The panel in which it can be seen. */
    static PanelKind panel(Alarm alarm) {
        return alarm.kind() == Alarm.Kind.NOT_FINITE ? PanelKind.LOSSES : PanelKind.FORGETTING;
    }
}
