package org.palimpsest.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

class SelfChecksTest {
    private static final Path FOLDER = Path.of("models", "target");
    private static final DeskReply.Checked REPORT = new DeskReply.Checked(
            1,
            FOLDER.toString(),
            "GOOD",
            List.of(new DeskReply.CheckedPart("VALUES", "GOOD", "8 values, all of them numbers")),
            "models/target: sound");

    private final List<DeskCommand> asked = new ArrayList<>();
    private final List<Consumer<DeskReply>> answers = new ArrayList<>();
    private final List<Long> givenUp = new ArrayList<>();
    private final SelfChecks checks = new SelfChecks(
            (question, listener) -> {
                long id = asked.size() + 1;
                asked.add(question.apply(id));
                answers.add(listener);
                return id;
            },
            givenUp::add,
            Runnable::run);

    @Test
    void nothingIsLookedThroughUnasked() {
        assertThat(checks.states()).isEmpty();
    }

    @Test
    void theDeskIsAskedForTheFolder() {
        checks.check(FOLDER);
        assertThat(asked).containsExactly(new DeskCommand.Check(1, FOLDER.toString()));
        assertThat(checks.states().get(FOLDER)).isEqualTo(new SelfChecks.State.Going("", 0, 0));
    }

    @Test
    void howFarItIsIsSeen() {
        checks.check(FOLDER);
        answers.get(0).accept(new DeskReply.Progress(1, "values", 3, 20));
        assertThat(checks.states().get(FOLDER)).isEqualTo(new SelfChecks.State.Going("values", 3, 20));
    }

    @Test
    void theReportIsKept() {
        checks.check(FOLDER);
        answers.get(0).accept(REPORT);
        answers.get(0).accept(new DeskReply.Done(1));
        assertThat(checks.states().get(FOLDER)).isEqualTo(new SelfChecks.State.Done(REPORT));
    }

    @Test
    void aDeskThatBreaksOffIsTold() {
        checks.check(FOLDER);
        answers.get(0).accept(new DeskReply.Refused(1, "the desk ended"));
        assertThat(checks.states().get(FOLDER)).isEqualTo(new SelfChecks.State.Broken("the desk ended"));
    }

    @Test
    void whatIsUnderWayIsNotAskedForTwice() {
        checks.check(FOLDER);
        checks.check(FOLDER);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsDoneCanBeDoneAgain() {
        checks.check(FOLDER);
        answers.get(0).accept(REPORT);
        checks.check(FOLDER);
        assertThat(asked).hasSize(2);
        assertThat(checks.states().get(FOLDER)).isInstanceOf(SelfChecks.State.Going.class);
    }

    @Test
    void whatIsStoppedIsGivenUpAndLaterRepliesCountForNothing() {
        checks.check(FOLDER);
        checks.stop(FOLDER);
        answers.get(0).accept(new DeskReply.Progress(1, "values", 3, 20));
        answers.get(0).accept(new DeskReply.Refused(1, "given up as asked"));
        assertThat(givenUp).containsExactly(1L);
        assertThat(checks.states()).isEmpty();
    }

    @Test
    void repliesToAnEarlierQuestionCountForNothing() {
        checks.check(FOLDER);
        checks.stop(FOLDER);
        checks.check(FOLDER);
        answers.get(0).accept(new DeskReply.Refused(1, "given up as asked"));
        assertThat(checks.states().get(FOLDER)).isEqualTo(new SelfChecks.State.Going("", 0, 0));
        answers.get(1).accept(REPORT);
        assertThat(checks.states().get(FOLDER)).isEqualTo(new SelfChecks.State.Done(REPORT));
    }

    @Test
    void twoFoldersAreLookedThroughApart() {
        Path other = Path.of("models", "reference");
        checks.check(FOLDER);
        checks.check(other);
        answers.get(1).accept(new DeskReply.Refused(2, "no"));
        assertThat(checks.states().get(FOLDER)).isInstanceOf(SelfChecks.State.Going.class);
        assertThat(checks.states().get(other)).isEqualTo(new SelfChecks.State.Broken("no"));
    }
}
