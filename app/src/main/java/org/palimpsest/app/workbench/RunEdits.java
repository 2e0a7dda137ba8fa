package org.palimpsest.app.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.RunMark;
import org.palimpsest.app.worker.RunTrash;
import org.palimpsest.engine.event.RunFolder;

/** What a person changes of runs: marks and deletions. Each can be undone; what fails is told in a notice and changes nothing. */
public final class RunEdits {
    private final Workbench workbench;
    private final RunTrash trash;
    private final Messages words = Messages.of("workbench");

    public RunEdits(Workbench workbench) {
        this.workbench = workbench;
        this.trash = new RunTrash(workbench.workspace());
    }

    /** Changes the mark of each of these runs. */
    public void mark(List<RunEntry> runs, UnaryOperator<RunMark> change) {
        Map<String, RunMark> before = new LinkedHashMap<>();
        Map<String, RunMark> after = new LinkedHashMap<>();
        for (RunEntry run : runs) {
            RunMark mark = workbench.runList().marks().get(run.id());
            RunMark changed = change.apply(mark);
            if (!changed.equals(mark)) {
                before.put(run.id(), mark);
                after.put(run.id(), changed);
            }
        }
        if (!after.isEmpty()) {
            workbench
                    .undo()
                    .perform(new Edit(words.get("edit.mark", title(runs)), () -> set(after), () -> set(before)));
        }
    }

    private void set(Map<String, RunMark> marks) {
        try {
            marks.forEach(workbench.runList().marks()::set);
        } catch (UncheckedIOException e) {
            workbench.notices().error(words.get("edit.failed", e.getMessage()));
        }
    }

    /** Moves runs to the trash; one that is at work stays. */
    public void delete(List<RunEntry> runs) {
        Map<RunFolder, Path> binned = new LinkedHashMap<>();
        workbench
                .undo()
                .perform(new Edit(
                        words.get("edit.delete", title(runs)), () -> bin(runs, binned), () -> restore(binned)));
    }

    private void bin(List<RunEntry> runs, Map<RunFolder, Path> binned) {
        for (RunEntry run : runs) {
            try {
                binned.put(run.folder(), trash.bin(run.folder()));
            } catch (IOException e) {
                workbench.notices().error(words.get("edit.failed", e.getMessage()));
            }
        }
        if (!binned.isEmpty()) {
            workbench.notices().information(words.get("edit.deleted", title(runs)));
        }
        workbench.runList().refresh();
    }

    private void restore(Map<RunFolder, Path> binned) {
        binned.forEach((run, place) -> {
            try {
                trash.restore(place, run);
            } catch (IOException e) {
                workbench.notices().error(words.get("edit.failed", e.getMessage()));
            }
        });
        binned.clear();
        workbench.runList().refresh();
    }

    private String title(List<RunEntry> runs) {
        return runs.size() == 1 ? runs.get(0).name() : words.get("edit.runs", runs.size());
    }
}
