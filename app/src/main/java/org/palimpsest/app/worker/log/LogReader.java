package org.palimpsest.app.worker.log;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.event.EventLineException;
import org.palimpsest.engine.event.EventLines;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;

/**
 * Goes through a run's log and goes on where it stopped when the log has grown. Of the many lines only numbers are taken; the few others
 * become events. What a resumption supersedes is dropped. For one thread at a time.
 */
final class LogReader {
    private final RunFolder folder;
    private final Depth depth;
    private final Map<SeriesKey, Column> columns = new LinkedHashMap<>();
    private final List<RunEvent> telling = new ArrayList<>();
    /** Where in the file the line of each step stands. */
    private Column stepLines = new Column();

    private final Column seconds = new Column();
    private final Column tokens = new Column();
    private final ValueLine values = new ValueLine();
    private LineReader lines;

    /** How much is taken out of the many lines of steps; every number that is not read makes a log quicker to read. */
    enum Depth {
        /** Time and tokens of each, and what the terms are called. */
        TIMES,
        /** Every term of each too. */
        TERMS
    }

    LogReader(RunFolder folder, Depth depth) {
        this.folder = folder;
        this.depth = depth;
        this.lines = new LineReader(folder.events());
    }

    /** Reads what is new. */
    void read() throws IOException {
        if (!lines.read(this::line)) {
            columns.clear();
            telling.clear();
            stepLines = new Column();
            seconds.cutAfter(-1);
            tokens.cutAfter(-1);
            lines = new LineReader(folder.events());
            lines.read(this::line);
        }
    }

    private void line(byte[] block, int start, int length, long offset) throws IOException {
        try {
            switch (LineHead.kind(block, start, length)) {
                case STEP -> step(block, start, length, offset);
                case OBSERVED -> observed(block, start, length);
                case OTHER -> other(EventLines.event(new String(block, start, length, StandardCharsets.UTF_8)));
                case PASSING -> {}
            }
        } catch (EventLineException | JacksonException e) {
            // A line of a newer version, or broken: a table of runs goes without it, as every reader of logs does.
            return;
        }
    }

    private void step(byte[] block, int start, int length, long offset) throws IOException {
        long step = LineHead.step(block, start, length);
        stepLines.add(step, offset);
        if (depth == Depth.TERMS || stepLines.size() == 1) {
            NumberLine.step(block, start, length, (term, name, value) -> number(step, term, name, value));
        } else {
            LineTail.read(block, start, length, (name, value) -> number(step, false, name, value));
        }
    }

    private void number(long step, boolean term, String name, double value) {
        if (term) {
            Column column = column(SeriesKey.term(name));
            if (depth == Depth.TERMS) {
                column.add(step, value);
            }
        } else if (name.equals("seconds")) {
            seconds.add(step, value);
        } else if (name.equals("tokens")) {
            tokens.add(step, value);
        }
    }

    private void observed(byte[] block, int start, int length) throws IOException {
        if (!ValueLine.mayHave(block, start, length)) {
            return;
        }
        long step = LineHead.step(block, start, length);
        if (!values.read(block, start, length, (key, value) -> column(key).add(step, value))) {
            NumberLine.observed(block, start, length, (probe, series, subject, value) -> column(
                            new SeriesKey(probe, series, subject))
                    .add(step, value));
        }
    }

    private void other(RunEvent event) {
        if (event instanceof RunEvent.Resumed resumed) {
            telling.removeIf(earlier -> earlier.step() > resumed.step());
            columns.values().forEach(column -> column.cutAfter(resumed.step()));
            stepLines.cutAfter(resumed.step());
            seconds.cutAfter(resumed.step());
            tokens.cutAfter(resumed.step());
        }
        telling.add(event);
    }

    private Column column(SeriesKey key) {
        return columns.computeIfAbsent(key, any -> new Column());
    }

    /** Every curve, in the order in which they were first seen. */
    Map<SeriesKey, Column> columns() {
        return columns;
    }

    /** Seconds in steps by the end of each step. */
    Column seconds() {
        return seconds;
    }

    /** Supervised tokens by the end of each step. */
    Column tokens() {
        return tokens;
    }

    /** The events that are few, without steps, observations, progress and points of attacks. */
    List<RunEvent> telling() {
        return telling;
    }

    /** The number of lines of steps that count. */
    int steps() {
        return stepLines.size();
    }

    /** Where the line of the last step that counts begins; -1 if there is none. */
    long lastStepLine() {
        return stepLines.size() == 0 ? -1 : (long) stepLines.last();
    }
}
