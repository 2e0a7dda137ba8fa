package org.palimpsest.app.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.palimpsest.app.settings.KeptFile;

/**
 * Stars, tags and notes of runs, by the names of their folders, in a file of the workspace; every change is written at once. Marks of
 * a run in the trash stay, so that it comes back with them. Used on the window's thread.
 */
public final class RunMarks {
    private final KeptFile<Map<String, RunMark>> file;
    private final ObservableMap<String, RunMark> marks = FXCollections.observableHashMap();
    private final ObservableMap<String, RunMark> seen = FXCollections.unmodifiableObservableMap(marks);
    private String problem = "";

    private RunMarks(Path file) {
        this.file = KeptFile.mapOf(file, RunMark.class);
    }

    /** The marks in {@code file}; none if it does not exist. A broken file is set aside and {@link #problem} says so. */
    public static RunMarks open(Path file) {
        RunMarks opened = new RunMarks(file);
        opened.read();
        return opened;
    }

    private void read() {
        try {
            Map<String, RunMark> found = file.read().orElse(Map.of());
            found.forEach((run, mark) -> {
                if (mark != null) {
                    marks.put(run, mark);
                }
            });
        } catch (IOException e) {
            problem = e.getMessage();
        }
    }

    /** The mark of a run; {@link RunMark#NONE} if it has none. */
    public RunMark get(String run) {
        return marks.getOrDefault(run, RunMark.NONE);
    }

    /**
     * Marks a run and writes the file.
     *
     * @throws UncheckedIOException if the file cannot be written; the mark holds all the same, until the window closes
     */
    public void set(String run, RunMark mark) {
        if (get(run).equals(mark)) {
            return;
        }
        if (mark.isNone()) {
            marks.remove(run);
        } else {
            marks.put(run, mark);
        }
        try {
            file.write(new TreeMap<>(marks));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written; the mark is lost when the window closes", e);
        }
    }

    /** All marks by run, to be watched. */
    public ObservableMap<String, RunMark> all() {
        return seen;
    }

    /** Every tag in use, in alphabetical order. */
    public Set<String> tags() {
        Set<String> tags = new TreeSet<>();
        marks.values().forEach(mark -> tags.addAll(mark.tags()));
        return tags;
    }

    /** What was wrong with the file when it was read; empty if nothing was. */
    public String problem() {
        return problem;
    }
}
