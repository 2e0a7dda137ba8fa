package org.palimpsest.engine.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.check.CheckReport.Part;
import org.palimpsest.engine.check.CheckReport.State;
import org.palimpsest.engine.check.CheckReport.Subject;
import org.palimpsest.engine.model.ModelInspection;
import org.palimpsest.engine.model.NotFinite;
import org.palimpsest.engine.tensor.Finiteness;
import org.palimpsest.engine.tensor.SafetensorsException;
import org.palimpsest.engine.tensor.SafetensorsFile;

/** Whether every weight is a number: each tensor is walked piece by piece, and none is ever held whole. */
final class ValueCheck {
    private final NotFinite notFinite = new NotFinite();
    private final List<String> zeros = new ArrayList<>();
    private long values;

    private ValueCheck() {}

    /**
     * Walks a folder's tensors.
     *
     * @param needed the weights of the model; empty if that is not known, and every floating-point tensor is walked
     */
    static Part of(Path folder, Optional<List<ModelInspection.Stored>> needed, Listener listener) {
        try {
            if (!Files.isDirectory(folder)) {
                return new Part(Subject.VALUES, State.LEFT_OUT, "there is no folder");
            }
            Map<Path, List<String>> tensors = needed.isPresent() ? byFile(needed.get()) : all(folder);
            return tensors.isEmpty()
                    ? new Part(Subject.VALUES, State.LEFT_OUT, "there is no safetensors file that can be read")
                    : new ValueCheck().walk(tensors, listener);
        } catch (IOException e) {
            return new Part(Subject.VALUES, State.WRONG, e.getMessage());
        }
    }

    private static Map<Path, List<String>> byFile(List<ModelInspection.Stored> needed) {
        Map<Path, List<String>> tensors = new LinkedHashMap<>();
        needed.forEach(place ->
                tensors.computeIfAbsent(place.file(), file -> new ArrayList<>()).add(place.name()));
        return tensors;
    }

    private static Map<Path, List<String>> all(Path folder) throws IOException {
        Map<Path, List<String>> tensors = new LinkedHashMap<>();
        for (Path path : WeightFileCheck.files(folder)) {
            try (SafetensorsFile file = SafetensorsFile.open(path)) {
                List<String> floating = new ArrayList<>();
                for (String name : file.names()) {
                    if (file.floating(name)) {
                        floating.add(name);
                    }
                }
                tensors.put(path, floating);
            } catch (SafetensorsException e) {
                // Told of where the files are looked at; what can be read is walked all the same.
                continue;
            }
        }
        return tensors;
    }

    private Part walk(Map<Path, List<String>> tensors, Listener listener) throws IOException {
        long total = tensors.values().stream().mapToLong(List::size).sum();
        long done = 0;
        for (Map.Entry<Path, List<String>> entry : tensors.entrySet()) {
            try (SafetensorsFile file = SafetensorsFile.open(entry.getKey())) {
                for (String name : entry.getValue()) {
                    Finiteness finiteness = file.finiteness(name);
                    values += finiteness.of();
                    notFinite.look(name, finiteness);
                    if (finiteness.zero()
                            && finiteness.of() > 0
                            && file.shape(name).dimension() > 1) {
                        zeros.add(name);
                    }
                    listener.hear(Subject.VALUES, ++done, total);
                }
            }
        }
        if (notFinite.any()) {
            return new Part(Subject.VALUES, State.WRONG, notFinite.words() + "; fetch the files again");
        }
        String found = String.format(Locale.ROOT, "%,d values of %d tensors, all of them numbers", values, total);
        return zeros.isEmpty()
                ? new Part(Subject.VALUES, State.GOOD, found)
                : new Part(
                        Subject.VALUES,
                        State.NOTICE,
                        "%s; %d %s nothing but zeros, first \"%s\": a download that was not finished leaves such holes"
                                .formatted(
                                        found,
                                        zeros.size(),
                                        zeros.size() == 1 ? "matrix holds" : "matrices hold",
                                        zeros.get(0)));
    }
}
