package org.palimpsest.app.library;

import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.BackgroundTask;
import org.palimpsest.app.workbench.Workbench;

/** Unpacks the sample behind the window. */
final class SampleOffer {
    private final Workbench workbench;
    private final LibraryModel model;
    private final Messages words = Messages.of("library");

    SampleOffer(Workbench workbench, LibraryModel model) {
        this.workbench = workbench;
        this.model = model;
    }

    void unpack() {
        BackgroundTask task = new BackgroundTask(words.get("unpacking"), null);
        workbench.tasks().add(task);
        workbench
                .tasks()
                .compute(
                        () -> workbench.samples().unpack(workbench.workspace().sample()),
                        recipes -> {
                            workbench.tasks().remove(task);
                            workbench
                                    .notices()
                                    .success(words.get(
                                            "unpacked", workbench.workspace().sample()));
                            model.refresh();
                        },
                        failure -> {
                            workbench.tasks().remove(task);
                            workbench
                                    .notices()
                                    .error(words.get("unpack.failed", String.valueOf(failure.getMessage())), failure);
                        });
    }
}
