package org.palimpsest.app.live.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.palimpsest.engine.event.Observation;

/** What probes saw of a run other than numbers: layer maps and next-token distributions, by series. */
public final class Observations {
    private final Map<String, LayerMap> layers = new LinkedHashMap<>();
    private final Map<String, Timeline<Observation.Tokens>> tokens = new LinkedHashMap<>();

    /** Names of the layer maps there are. */
    public Set<String> layerSeries() {
        return layers.keySet();
    }

    /** The layer map of this name; null if there is none. */
    public LayerMap layers(String series) {
        return layers.get(series);
    }

    /** Names of the pinned prompts. */
    public Set<String> prompts() {
        return tokens.keySet();
    }

    /** The distributions after a pinned prompt; null if there are none. */
    public Timeline<Observation.Tokens> tokens(String series) {
        return tokens.get(series);
    }

    void add(long step, Observation.Layers seen) {
        layers.computeIfAbsent(seen.series(), any -> new LayerMap()).add(step, seen.subject(), seen.values());
    }

    void add(long step, Observation.Tokens seen) {
        tokens.computeIfAbsent(seen.series(), any -> new Timeline<>()).add(step, seen);
    }

    void cutAfter(long step) {
        layers.values().forEach(map -> map.now().cutAfter(step));
        tokens.values().forEach(prompt -> prompt.cutAfter(step));
    }

    void clear() {
        layers.clear();
        tokens.clear();
    }
}
