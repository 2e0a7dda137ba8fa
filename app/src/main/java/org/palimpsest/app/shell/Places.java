package org.palimpsest.app.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.palimpsest.app.ask.AskPlace;
import org.palimpsest.app.attack.AttackPlace;
import org.palimpsest.app.compare.ComparePlace;
import org.palimpsest.app.experiment.ExperimentPlace;
import org.palimpsest.app.library.LibraryPlace;
import org.palimpsest.app.live.LivePlace;
import org.palimpsest.app.workbench.Place;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;

/** Makes places when they are first gone to. */
final class Places {
    private static final Map<PlaceId, Function<Workbench, Place>> MAKERS = Map.of(
            PlaceId.LIBRARY, LibraryPlace::new,
            PlaceId.EXPERIMENT, ExperimentPlace::new,
            PlaceId.LIVE, LivePlace::new,
            PlaceId.COMPARE, ComparePlace::new,
            PlaceId.ASK, AskPlace::new,
            PlaceId.ATTACK, AttackPlace::new);

    private final Workbench workbench;
    private final Map<PlaceId, Place> made = new EnumMap<>(PlaceId.class);

    Places(Workbench workbench) {
        this.workbench = workbench;
    }

    Place get(PlaceId id) {
        Place place = made.get(id);
        if (place == null) {
            place = MAKERS.get(id).apply(workbench);
            made.put(id, place);
        }
        return place;
    }

    /** Those that were made. */
    Iterable<Place> made() {
        return made.values();
    }
}
