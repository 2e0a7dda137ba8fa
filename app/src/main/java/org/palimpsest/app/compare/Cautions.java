package org.palimpsest.app.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.palimpsest.app.compare.table.RunFigures;
import org.palimpsest.app.compare.table.ScoreWords;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunOrigins;
import org.palimpsest.engine.event.Subject;

/** What a person has to know before comparing these runs: that they are of different things, or why a number is not there. */
final class Cautions {
    private final Messages words;
    private final ScoreWords names;
    /** A run's origins never change. */
    private final Map<RunFolder, RunOrigins> known = new ConcurrentHashMap<>();

    /**
     * What was found.
     *
     * @param sentences empty if there is nothing to say
     * @param apart whether the runs forget, or were measured on, different sets, so that none of them is the best
     */
    record Found(List<String> sentences, boolean apart) {}

    Cautions(Messages words, ScoreWords names) {
        this.words = words;
        this.names = names;
    }

    /**
     * Looks into the runs' folders; not on the window's thread.
     *
     * @throws IOException if a folder cannot be read
     */
    Found of(List<RunEntry> runs) throws IOException {
        List<String> sentences = new ArrayList<>();
        List<RunOrigins> origins = new ArrayList<>();
        List<String> itself = new ArrayList<>();
        for (RunEntry run : runs) {
            RunOrigins origin = origins(run.folder());
            origins.add(origin);
            if (origin.comparesWithItself()) {
                itself.add(run.name());
            }
        }
        boolean sets = RunOrigins.differ(origins.stream().map(RunOrigins::forget));
        boolean questions = RunOrigins.differ(origins.stream().map(RunOrigins::measured));
        if (sets || questions) {
            sentences.add(words.get(sets ? "caution.sets" : "caution.questions"));
        }
        if (!itself.isEmpty()) {
            sentences.add(words.get("caution.itself", String.join(", ", itself)));
        }
        sentences.addAll(missing(runs));
        return new Found(List.copyOf(sentences), sets || questions);
    }

    private RunOrigins origins(RunFolder folder) throws IOException {
        RunOrigins origins = known.get(folder);
        if (origins == null) {
            origins = RunOrigins.read(folder);
            known.put(folder, origins);
        }
        return origins;
    }

    /** Metrics without a value, with what they said about it. */
    private List<String> missing(List<RunEntry> runs) {
        Map<String, Set<String>> without = new LinkedHashMap<>();
        for (RunEntry run : runs) {
            for (RunEvent.Scored score : run.digest().summary().scores()) {
                boolean none = score.value() == null || score.value().isNaN();
                if (score.subject() == Subject.UNLEARNED
                        && none
                        && score.note() != null
                        && !score.note().isEmpty()) {
                    String title = names.column(RunFigures.metric(score.metric(), score.variant()))
                            .title();
                    without.computeIfAbsent(
                                    words.get("caution.missing", title, score.note()), key -> new LinkedHashSet<>())
                            .add(run.name());
                }
            }
        }
        List<String> sentences = new ArrayList<>();
        without.forEach((sentence, of) -> sentences.add(
                of.size() == runs.size() ? sentence : words.get("caution.of", sentence, String.join(", ", of))));
        return sentences;
    }
}
