package org.palimpsest.app.pick;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.workbench.Background;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary;

class RunPickerModelTest {
    @TempDir
    Path folder;

    private final ObservableList<RunEntry> entries = FXCollections.observableArrayList();
    private RunPickerModel model;

    /** Computes at once, on the thread that asks. */
    private static final class AtOnce implements Background {
        @Override
        public <T> void compute(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            try {
                done.accept(work.call());
            } catch (Exception e) {
                failed.accept(e);
            }
        }
    }

    @BeforeEach
    void makeRuns() throws IOException {
        entries.add(run("0002-simnpo", RunSummary.State.RUNNING, 8));
        entries.add(run("0001-npo", RunSummary.State.FINISHED, 24, 48));
        model = new RunPickerModel(entries, new AtOnce(), failure -> {
            throw new AssertionError(failure);
        });
    }

    private RunEntry run(String id, RunSummary.State state, long... steps) throws IOException {
        for (long step : steps) {
            Files.createDirectories(folder.resolve(id).resolve("checkpoints").resolve("step-%07d".formatted(step)));
        }
        RunSummary summary = new RunSummary(id.substring(5), "npo", state, 48, 48, 0, List.of());
        return new RunEntry(new RunFolder(folder.resolve(id)), id, summary, Instant.EPOCH, 1);
    }

    private RunFolder folderOf(String id) {
        return new RunFolder(folder.resolve(id));
    }

    @Test
    void beginsWithTheNewestRunAsItIsNow() {
        assertThat(model.chosen()).contains(new RunAt(folderOf("0002-simnpo"), null));
    }

    @Test
    void offersThePresentStateOfAWorkingRunBeforeItsCheckpoints() {
        assertThat(model.moments()).containsExactly(Moment.NOW, new Moment(8L, true));
    }

    @Test
    void offersOnlyCheckpointsOfARestingRun() {
        model.choose(model.runs().get(1));
        assertThat(model.moments()).containsExactly(new Moment(48L, true), new Moment(24L, false));
    }

    @Test
    void opensOnARunAtAStep() {
        model.open(new RunAt(folderOf("0001-npo"), 24L));
        assertThat(model.chosen()).contains(new RunAt(folderOf("0001-npo"), 24L));
    }

    @Test
    void opensOnARunThatIsYetToAppear() throws IOException {
        model.open(new RunAt(folderOf("0003-dipo"), 4L));
        entries.add(0, run("0003-dipo", RunSummary.State.STOPPED, 2, 4, 6));
        assertThat(model.chosen()).contains(new RunAt(folderOf("0003-dipo"), 4L));
    }

    @Test
    void keepsTheChoiceWhileTheListOfRunsChanges() throws IOException {
        model.open(new RunAt(folderOf("0001-npo"), 24L));
        entries.add(0, run("0003-dipo", RunSummary.State.STOPPED, 2));
        assertThat(model.chosen()).contains(new RunAt(folderOf("0001-npo"), 24L));
    }

    @Test
    void takesTheNewestCheckpointWhenTheRunComesToRest() throws IOException {
        entries.set(0, run("0002-simnpo", RunSummary.State.STOPPED, 8, 12));
        assertThat(model.chosen()).contains(new RunAt(folderOf("0002-simnpo"), 12L));
    }

    @Test
    void choosesNothingWhereThereIsNothing() {
        entries.clear();
        assertThat(model.chosen()).isEmpty();
    }
}
