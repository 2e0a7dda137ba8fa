package org.palimpsest.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.workbench.Notice;
import org.palimpsest.app.workbench.Notices;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.process.WorkerEnd;

/** What the window says and offers when a run could not be taken up as it was asked to. */
class RunEndsTest {
    private static final RunFolder RUN = new RunFolder(Path.of("runs/0001-npo"));
    private static final WorkerEnd DAMAGED = new WorkerEnd(
            WorkerEnd.CHECKPOINT_REFUSED,
            List.of(
                    "the checkpoint of step 8 cannot be used: weights.safetensors is missing. Go on from the one before it,"
                            + " of step 4: palimpsest resume runs/0001-npo --from 4"));
    private static final WorkerEnd CHANGED = new WorkerEnd(
            WorkerEnd.INPUTS_CHANGED, List.of("its inputs have changed since it began: data.forget (f.jsonl) is gone"));

    private final Notices notices = new Notices();
    private final RunEnds ends = new RunEnds(notices);
    private final List<String> resumed = new ArrayList<>();

    @BeforeEach
    void prepare() {
        ends.resumeBy((folder, from, changedInputs) -> resumed.add(from + " " + changedInputs));
    }

    @Test
    void aDamagedCheckpointOffersTheOneBefore() {
        ends.ended(RUN, DAMAGED);
        assertThat(newest().text()).contains("0001-npo", "weights.safetensors is missing");
        assertThat(newest().action().orElseThrow().title()).contains("4");
        click();
        assertThat(resumed).containsExactly("4 false");
    }

    @Test
    void changedInputsOfferToGoOnWithThem() {
        ends.ended(RUN, CHANGED);
        assertThat(newest().text()).contains("0001-npo", "data.forget");
        click();
        assertThat(resumed).containsExactly("null true");
    }

    @Test
    void whatWasChosenFirstHoldsForTheSecondChoice() {
        ends.ended(RUN, DAMAGED);
        click();
        ends.ended(RUN, CHANGED);
        click();
        assertThat(resumed).containsExactly("4 false", "4 true");
    }

    @Test
    void withoutAnyWayOnNothingIsOffered() {
        ends.ended(
                RUN,
                new WorkerEnd(WorkerEnd.CHECKPOINT_REFUSED, List.of("Fork it again: palimpsest fork \"r\" --at 4")));
        assertThat(newest().action()).isEmpty();
    }

    @Test
    void aRunThatBrokeOffIsTakenUpAsUsual() {
        ends.ended(RUN, new WorkerEnd(WorkerEnd.FAILED, List.of("the disk is full")));
        click();
        assertThat(resumed).containsExactly("null false");
    }

    private Notice newest() {
        return notices.all().get(0);
    }

    /** The action of the newest notice of an end; a click adds a notice of its own. */
    private void click() {
        newest().action().orElseThrow().action().run();
    }
}
