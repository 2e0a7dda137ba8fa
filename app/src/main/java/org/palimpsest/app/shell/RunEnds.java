package org.palimpsest.app.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.Notice.Level;
import org.palimpsest.app.workbench.Notices;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.process.WorkerEnd;

/**
 * Tells how runs of this window ended; a run that broke off has a click that takes it up again, and one that was not taken up, for
 * its checkpoint is damaged or its inputs have changed, a click for the way that is left.
 */
final class RunEnds {
    /** Takes a run up again, as {@link org.palimpsest.app.worker.Runs#resume(RunFolder, Long, boolean)} does. */
    @FunctionalInterface
    interface Resumption {
        void resume(RunFolder folder, Long from, boolean changedInputs) throws IOException;
    }

    /** How a run is taken up. */
    private record Way(Long from, boolean changedInputs) {
        static final Way USUAL = new Way(null, false);
    }

    private final Messages words = Messages.of("shell");
    private final Notices notices;
    private final Map<Path, Way> ways = new HashMap<>();
    private Resumption resumption = (folder, from, changedInputs) -> {};

    RunEnds(Notices notices) {
        this.notices = notices;
    }

    void resumeBy(Resumption how) {
        resumption = how;
    }

    /** Called on the window's thread when a worker is gone. */
    void ended(RunFolder folder, WorkerEnd end) {
        String name = folder.path().getFileName().toString();
        Way asked = ways.getOrDefault(folder.path(), Way.USUAL);
        ways.remove(folder.path());
        if (end.refused()) {
            notices.add(
                    Level.ERROR, words.get("run.refused", name, lastLine(end)), "", otherWay(folder, name, end, asked));
        } else if (end.finished()) {
            notices.success(words.get("run.finished", name));
        } else if (end.stopped()) {
            notices.add(Level.INFORMATION, words.get("run.stopped", name), "", resume(folder, name));
        } else {
            notices.add(Level.ERROR, words.get("run.ended", name, sentence(end)), detail(end), resume(folder, name));
        }
    }

    /** A run lost its worker, which another program had started. */
    void lost(RunFolder folder) {
        String name = folder.path().getFileName().toString();
        notices.add(Level.ERROR, words.get("run.lost", name), "", resume(folder, name));
    }

    private String sentence(WorkerEnd end) {
        return switch (end.status()) {
            case 137 -> words.get("run.killed");
            case 134, 139 -> words.get("run.crashed", end.status() - 128);
            default ->
                end.status() > 128
                        ? words.get("run.signalled", end.status() - 128)
                        : words.get("run.failed", end.status(), lastLine(end));
        };
    }

    private static String lastLine(WorkerEnd end) {
        return end.lastLines().isEmpty()
                ? ""
                : end.lastLines().get(end.lastLines().size() - 1);
    }

    private static String detail(WorkerEnd end) {
        return String.join("\n", end.lastLines());
    }

    private Command resume(RunFolder folder, String name) {
        return command(folder, name, words.get("run.resume"), Way.USUAL);
    }

    /** What a person may choose instead of what was refused; null if there is no way on. */
    private Command otherWay(RunFolder folder, String name, WorkerEnd end, Way asked) {
        if (end.status() == WorkerEnd.INPUTS_CHANGED) {
            return command(folder, name, words.get("run.resume.changed"), new Way(asked.from(), true));
        }
        if (end.offeredStep().isEmpty()) {
            return null;
        }
        long step = end.offeredStep().getAsLong();
        return command(folder, name, words.get("run.resume.from", step), new Way(step, asked.changedInputs()));
    }

    private Command command(RunFolder folder, String name, String title, Way way) {
        return Command.of("run.resume." + name, title, () -> {
            try {
                ways.put(folder.path(), way);
                resumption.resume(folder, way.from(), way.changedInputs());
                notices.information(
                        way.from() == null
                                ? words.get("run.resumed", name)
                                : words.get("run.resumed.from", name, way.from()));
            } catch (IOException e) {
                notices.error(words.get("run.not-resumed", name, e.getMessage()), e);
            }
        });
    }
}
