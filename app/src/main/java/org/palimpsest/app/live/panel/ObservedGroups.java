package org.palimpsest.app.live.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.app.live.run.CurveKey;

/**
 * Observed series that belong into one picture: {@code forget.probability} and {@code retain.probability} make the group
 * {@code probability}; {@code weight.change.embeddings} belongs to {@code weight.change}.
 */
final class ObservedGroups {
    private ObservedGroups() {}

    static Map<String, List<CurveKey>> of(List<CurveKey> keys) {
        Map<String, List<CurveKey>> groups = new LinkedHashMap<>();
        for (CurveKey key : keys) {
            groups.computeIfAbsent(group(key.name()), any -> new ArrayList<>()).add(key);
        }
        return groups;
    }

    static String group(String series) {
        String[] parts = series.split("\\.", 2);
        if (parts.length == 2 && (parts[0].equals("forget") || parts[0].equals("retain"))) {
            return parts[1];
        }
        int last = series.lastIndexOf('.');
        return series.indexOf('.') < last ? series.substring(0, last) : series;
    }
}
