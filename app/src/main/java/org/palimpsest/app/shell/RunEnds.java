package org.palimpsest.app.shell;

import java.io.IOException;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.Notice.Level;
import org.palimpsest.app.workbench.Notices;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.process.WorkerEnd;

/** Tells how runs of this window ended; a run that broke off has a click that takes it up again. */
final class RunEnds {
    /** Takes a run up again. */
    @FunctionalInterface
    interface Resumption {
        void resume(RunFolder folder) throws IOException;
    }

    private final Messages words = Messages.of("shell");
    private final Notices notices;
    private Resumption resumption = folder -> {};

    RunEnds(Notices notices) {
        this.notices = notices;
    }

    void resumeBy(Resumption how) {
        resumption = how;
    }

    /** Called on the window's thread when a worker is gone. */
    void ended(RunFolder folder, WorkerEnd end) {
        String name = folder.path().getFileName().toString();
        if (end.finished()) {
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
        return Command.of("run.resume." + name, words.get("run.resume"), () -> {
            try {
                resumption.resume(folder);
                notices.information(words.get("run.resumed", name));
            } catch (IOException e) {
                notices.error(words.get("run.not-resumed", name, e.getMessage()), e);
            }
        });
    }
}
