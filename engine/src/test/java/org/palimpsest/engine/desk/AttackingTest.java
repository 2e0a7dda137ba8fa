package org.palimpsest.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunLock;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.event.RunSummary;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.run.Checkpoint;
import org.palimpsest.engine.run.Run;
import org.palimpsest.engine.run.RunControl;

class AttackingTest {
    private static final Map<String, Object> SHORT = Map.of("samples", 2, "steps", 4, "every", 2);

    @TempDir
    Path scratch;

    private TinyRun run;

    @BeforeEach
    void prepare() throws Exception {
        run = TinyRun.in(scratch);
    }

    private static Replies attack(TinyRun run, Long step) throws InterruptedException {
        return Replies.to(new DeskCommand.Attack(4, run.path(), step, "relearning", SHORT));
    }

    private static List<RunEvent> log(RunFolder folder) {
        return RunReader.read(folder).events();
    }

    private static List<RunEvent.AttackPoint> points(List<RunEvent> events, Subject subject) {
        return events.stream()
                .filter(RunEvent.AttackPoint.class::isInstance)
                .map(RunEvent.AttackPoint.class::cast)
                .filter(point -> point.subject() == subject)
                .toList();
    }

    private static byte[] weights(RunFolder folder) throws IOException {
        return Files.readAllBytes(Checkpoint.latest(folder).orElseThrow().weights());
    }

    @Test
    void theCheckpointAndTheReferenceAreAttacked() throws Exception {
        attack(run, 4L);
        assertThat(points(log(run.folder()), Subject.UNLEARNED)).hasSize(3).allMatch(point -> point.step() == 4);
        assertThat(points(log(run.folder()), Subject.REFERENCE)).hasSize(3);
    }

    @Test
    void whatHappensIsToldAsItStandsInTheLog() throws Exception {
        int before = RunReader.everything(run.folder()).size();
        List<RunEvent> told = attack(run, 4L).of(DeskReply.Happened.class).stream()
                .map(DeskReply.Happened::event)
                .toList();
        List<RunEvent> all = RunReader.everything(run.folder());
        assertThat(told).isNotEmpty().isEqualTo(all.subList(before, all.size()));
    }

    @Test
    void aFinishedRunStaysFinished() throws Exception {
        attack(run, 2L);
        RunSummary summary = RunSummary.of(run.folder());
        assertThat(summary.state()).isEqualTo(RunSummary.State.FINISHED);
        assertThat(summary.step()).isEqualTo(6);
    }

    @Test
    void theAttackIsTheSameAsTheWorkersOwn() throws Exception {
        TinyRun attacked =
                TinyRun.run(run.workspace(), "attacked", TinyRun.SIX_STEPS.formatted(9), (control, event) -> {
                    if (event instanceof RunEvent.CheckpointWritten && event.step() == 4) {
                        control.send(new RunCommand.AttackNow("relearning", SHORT));
                    }
                });
        attack(run, 4L);
        assertThat(points(log(run.folder()), Subject.UNLEARNED))
                .extracting(RunEvent.AttackPoint::values)
                .isEqualTo(points(log(attacked.folder()), Subject.UNLEARNED).stream()
                        .map(RunEvent.AttackPoint::values)
                        .toList());
    }

    @Test
    void theReferenceIsAttackedOnce() throws Exception {
        attack(run, 2L);
        Replies again = attack(run, 4L);
        assertThat(again.of(DeskReply.Happened.class).stream()
                        .map(DeskReply.Happened::event)
                        .filter(RunEvent.Progress.class::isInstance))
                .isEmpty();
        assertThat(scratch.resolve("runs/.anchors")).isDirectoryContaining("glob:**/attack-*.json");
    }

    @Test
    void theSameAttackOnceMoreCountsOnce() throws Exception {
        attack(run, 4L);
        attack(run, 4L);
        assertThat(points(log(run.folder()), Subject.UNLEARNED)).hasSize(3);
    }

    @Test
    void aStoppedRunGoesOnToTheSameBits() throws Exception {
        TinyRun stopped = TinyRun.run(run.workspace(), "stopped", TinyRun.SIX_STEPS.formatted(9), (control, event) -> {
            if (event instanceof RunEvent.StepDone && event.step() == 3) {
                control.send(new RunCommand.Stop());
            }
        });
        attack(stopped, 2L);
        attack(stopped, 3L);
        assertThat(RunSummary.of(stopped.folder()).state()).isEqualTo(RunSummary.State.STOPPED);
        try (Run resumed = Run.resume(stopped.folder(), new RunControl(), event -> {})) {
            resumed.proceed();
        }
        assertThat(weights(stopped.folder())).isEqualTo(weights(run.folder()));
        assertThat(points(log(stopped.folder()), Subject.UNLEARNED)).hasSize(6);
    }

    @Test
    void aRunAtWorkIsLeftAlone() throws Exception {
        try (RunLock held = RunLock.acquire(run.folder())) {
            assertThat(attack(run, 4L).refusal()).contains("is being worked on").contains("its own worker");
        }
    }

    @Test
    void anUnknownAttackIsRefusedAndNothingWritten() throws Exception {
        int before = RunReader.everything(run.folder()).size();
        Replies replies = Replies.to(new DeskCommand.Attack(4, run.path(), null, "relearn", Map.of()));
        assertThat(replies.refusal()).contains("no attack is named \"relearn\"");
        assertThat(RunReader.everything(run.folder())).hasSize(before);
    }

    @Test
    void aSettingThatIsNoneIsRefused() throws Exception {
        Replies replies = Replies.to(new DeskCommand.Attack(4, run.path(), null, "relearning", Map.of("steps", -3)));
        assertThat(replies.refusal()).contains("steps");
    }

    @Test
    void anAttackThatIsGivenUpEndsBetweenTwoPointsAndSaysSo() throws Exception {
        List<DeskReply> replies = new ArrayList<>();
        List<Desk> desks = new ArrayList<>();
        try (Desk desk = new Desk(reply -> {
            replies.add(reply);
            if (reply instanceof DeskReply.Happened happened
                    && happened.event() instanceof RunEvent.AttackPoint point
                    && point.subject() == Subject.UNLEARNED) {
                desks.get(0).accept(new DeskCommand.Cancel(4));
            }
        })) {
            desks.add(desk);
            desk.accept(new DeskCommand.Attack(4, run.path(), null, "relearning", SHORT));
            desk.end();
            desk.work();
        }
        assertThat(points(log(run.folder()), Subject.UNLEARNED)).hasSize(1);
        assertThat(log(run.folder())).last().isInstanceOfSatisfying(RunEvent.Warned.class, warned -> assertThat(
                        warned.message())
                .contains("given up"));
        assertThat(replies).last().isInstanceOf(DeskReply.Refused.class);
        assertThat(RunLock.isHeld(run.folder())).isFalse();
    }
}
