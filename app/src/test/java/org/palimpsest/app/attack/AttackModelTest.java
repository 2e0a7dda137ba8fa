package org.palimpsest.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.app.worker.RunFeed;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

class AttackModelTest {
    private static final String COURSE = "relearning@48-abcdef";

    @TempDir
    Path folder;

    private final List<DeskCommand> asked = new ArrayList<>();
    private final List<RunCommand> sent = new ArrayList<>();
    private final List<Long> givenUp = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final AttackModel model = new AttackModel(
            (command, listener) -> {
                asked.add(command.apply(1));
                replies = listener;
                return 1;
            },
            givenUp::add,
            (run, command) -> sent.add(command),
            Runnable::run,
            refused::add);
    private Consumer<DeskReply> replies;
    private long sequence;
    private RunFolder run;

    @BeforeEach
    void follow() {
        run = new RunFolder(folder);
        model.follow(run);
    }

    @AfterEach
    void close() {
        model.close();
    }

    private void happens(RunEvent... events) {
        model.take(new RunFeed.Update(List.of(events), false));
    }

    private RunEvent.AttackStarted started(Subject subject) {
        return new RunEvent.AttackStarted(sequence++, Instant.now(), 48, "relearning", COURSE, subject);
    }

    private RunEvent.AttackPoint point(Subject subject, double x, double probability) {
        return new RunEvent.AttackPoint(
                sequence++,
                Instant.now(),
                48,
                "relearning",
                COURSE,
                subject,
                x,
                "",
                Map.of("forget.probability", probability));
    }

    private RunEvent.AttackFinished finished(Subject subject) {
        return new RunEvent.AttackFinished(
                sequence++, Instant.now(), 48, "relearning", COURSE, subject, Map.of("target.probability", 0.99));
    }

    private void wholeAttack() {
        happens(
                started(Subject.REFERENCE),
                point(Subject.REFERENCE, 0, 0.01),
                point(Subject.REFERENCE, 20, 0.22),
                finished(Subject.REFERENCE),
                started(Subject.UNLEARNED),
                point(Subject.UNLEARNED, 0, 0.02),
                point(Subject.UNLEARNED, 20, 0.81),
                finished(Subject.UNLEARNED));
    }

    @Test
    void gathersACurveOfTheModelAndOneOfTheReference() {
        wholeAttack();
        AttackCourse course = model.courses().get(0);
        assertThat(course.now().points()).extracting(AttackTrack.Point::x).containsExactly(0.0, 20.0);
        assertThat(course.reference().worst("forget.probability").value("forget.probability"))
                .isEqualTo(0.22);
    }

    @Test
    void takesAnAttackThatBeginsOnceMoreForTheSame() {
        wholeAttack();
        happens(started(Subject.UNLEARNED), point(Subject.UNLEARNED, 0, 0.03));
        assertThat(model.courses()).hasSize(1);
        assertThat(model.courses().get(0).now().points()).hasSize(1);
    }

    @Test
    void asksTheDeskToAttackACheckpoint() {
        model.start(new RunAt(run, 48L), "relearning", Map.of("samples", 4));
        assertThat(asked)
                .containsExactly(
                        new DeskCommand.Attack(1, run.path().toString(), 48L, "relearning", Map.of("samples", 4)));
    }

    @Test
    void letsARunAtWorkAttackItself() {
        model.start(new RunAt(run, null), "relearning", Map.of("samples", 4));
        assertThat(sent).containsExactly(new RunCommand.AttackNow("relearning", Map.of("samples", 4)));
        assertThat(model.job().get().canBeGivenUp()).isFalse();
        wholeAttack();
        assertThat(model.job().get()).isNull();
    }

    @Test
    void tellsHowFarItIs() {
        model.start(new RunAt(run, 48L), "relearning", Map.of());
        happens(new RunEvent.Progress(sequence++, Instant.now(), 48, "relearning on the retained reference", 1, 2));
        assertThat(model.job().get().share()).isEqualTo(0.25);
        happens(
                started(Subject.REFERENCE),
                point(Subject.REFERENCE, 0, 0.01),
                point(Subject.REFERENCE, 20, 0.2),
                finished(Subject.REFERENCE),
                started(Subject.UNLEARNED),
                point(Subject.UNLEARNED, 0, 0.02));
        assertThat(model.job().get().share()).isEqualTo(0.75);
    }

    @Test
    void isOverWhenTheDeskSaysSo() {
        model.start(new RunAt(run, 48L), "relearning", Map.of());
        replies.accept(new DeskReply.Done(1));
        assertThat(model.job().get()).isNull();
    }

    @Test
    void tellsWhyAnAttackDidNotComeAbout() {
        model.start(new RunAt(run, 48L), "relearning", Map.of());
        replies.accept(new DeskReply.Refused(1, "is being worked on"));
        assertThat(refused).containsExactly("is being worked on");
    }

    @Test
    void givesTheDesksAttackUp() {
        model.start(new RunAt(run, 48L), "relearning", Map.of());
        model.cancel();
        assertThat(givenUp).containsExactly(1L);
    }

    @Test
    void tellsTheStoryInWords() {
        model.start(new RunAt(run, 48L), "relearning", Map.of("samples", 4));
        wholeAttack();
        AttackCourse course = model.courses().get(0);
        AttackCard card = Catalogue.attack("relearning").orElseThrow();
        AttackStory story = AttackStory.of(course).orElseThrow();
        assertThat(new AttackWords().reason(card, course, story, (Integer)
                        model.settings(course).orElseThrow().get("samples")))
                .isEqualTo(
                        "After 20 steps of Relearning on 4 forget samples, the answer probability on the forget set is"
                                + " 0.81 (before: 0.02); a model that never saw the facts reaches 0.22. The target has 0.99. It comes"
                                + " back where a model that never saw it does not get to: the knowledge was hidden, not gone.");
    }

    @Test
    void comparesNamedPointsWhereMostCameBack() {
        happens(
                named(Subject.REFERENCE, "none", 0.006),
                named(Subject.REFERENCE, "int8", 0.006),
                named(Subject.REFERENCE, "nf4", 0.007),
                named(Subject.UNLEARNED, "none", 0.01),
                named(Subject.UNLEARNED, "int8", 0.02),
                named(Subject.UNLEARNED, "nf4", 0.4));
        AttackStory story = AttackStory.of(model.courses().get(0)).orElseThrow();
        assertThat(story.at().label()).isEqualTo("nf4");
        assertThat(story.reference()).isEqualTo(0.007);
        assertThat(story.verdict()).isEqualTo(AttackVerdict.HIDDEN);
    }

    private RunEvent.AttackPoint named(Subject subject, String label, double probability) {
        return new RunEvent.AttackPoint(
                sequence++,
                Instant.now(),
                48,
                "quantisation",
                "quantisation@48-1",
                subject,
                8,
                label,
                Map.of("forget.probability", probability));
    }
}
