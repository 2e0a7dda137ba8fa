package org.palimpsest.engine.testdata;

import java.util.List;
import org.palimpsest.engine.event.EventLines;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunReader;

/** What a run's log says of its course: every event that counts, without times, and without what tells only of breaks and haste. */
public final class EffectiveLog {
    private EffectiveLog() {}

    public static List<String> of(RunFolder folder) {
        return RunReader.read(folder).events().stream()
                .filter(event -> !(event instanceof RunEvent.Resumed)
                        && !(event instanceof RunEvent.Stopped)
                        && !(event instanceof RunEvent.Progress))
                .map(event -> EventLines.line(event)
                        .replaceAll("\"sequence\":\\d+,", "")
                        .replaceAll("\"at\":\"[^\"]*\",", "")
                        .replaceAll(",\"seconds\":[^,}]*", ""))
                .toList();
    }
}
