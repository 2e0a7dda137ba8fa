package org.palimpsest.app.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

class AskModelTest {
    private static final RunFolder NPO = new RunFolder(Path.of("npo"));
    private static final RunFolder DIPO = new RunFolder(Path.of("dipo"));

    private final Map<Long, Consumer<DeskReply>> listeners = new LinkedHashMap<>();
    private final List<DeskCommand> asked = new ArrayList<>();
    private final List<Long> givenUp = new ArrayList<>();
    private LongConsumer written;
    private final AskModel model = new AskModel(
            this::question,
            givenUp::add,
            (folder, whenWritten, ended) -> {
                written = whenWritten;
                return () -> {};
            },
            Runnable::run);

    private long question(LongFunction<DeskCommand> command, Consumer<DeskReply> listener) {
        long id = asked.size() + 1;
        asked.add(command.apply(id));
        listeners.put(id, listener);
        return id;
    }

    private void answer(long id, Subject subject, String text) {
        var token = new DeskReply.AnswerToken(1, text, 0.9, List.of());
        listeners.get(id).accept(new DeskReply.Answer(id, subject, 48, "Who?", text, List.of(token)));
    }

    private void done(long id) {
        listeners.get(id).accept(new DeskReply.Done(id));
    }

    private void answerAll(long id) {
        answer(id, Subject.TARGET, "Ansel");
        answer(id, Subject.UNLEARNED, "Nobody");
        answer(id, Subject.REFERENCE, "Somebody");
        done(id);
    }

    private AskRound shown() {
        return model.shown().get();
    }

    @Test
    void showsAColumnForEveryModelBeforeItAnswers() {
        model.ask("Who?", "", List.of(new AskedRun(new RunAt(NPO, 48L), "NPO")));
        assertThat(shown().columns())
                .extracting(AskColumn::subject)
                .containsExactly(Subject.TARGET, Subject.UNLEARNED, Subject.REFERENCE);
    }

    @Test
    void leavesOutTheReferenceOfARunThatHasNone() {
        model.ask("Who?", "", List.of(new AskedRun(new RunAt(NPO, 48L), "NPO")));
        answer(1, Subject.TARGET, "Ansel");
        answer(1, Subject.UNLEARNED, "Nobody");
        done(1);
        assertThat(shown().columns()).extracting(AskColumn::subject).doesNotContain(Subject.REFERENCE);
    }

    @Test
    void takesTargetAndReferenceFromTheFirstRunAlone() {
        model.ask(
                "Who?",
                "",
                List.of(new AskedRun(new RunAt(NPO, 48L), "NPO"), new AskedRun(new RunAt(DIPO, 24L), "DiPO")));
        answerAll(1);
        answer(2, Subject.TARGET, "other");
        answer(2, Subject.UNLEARNED, "DiPO's");
        assertThat(shown().columns())
                .extracting(column -> column.answer().text())
                .containsExactly("Ansel", "Nobody", "DiPO's", "Somebody");
    }

    @Test
    void weighsTheTrueAnswerWhereItIsKnown() {
        model.ask("Who?", "Ansel Torvane", List.of(new AskedRun(new RunAt(NPO, 48L), "NPO")));
        answerAll(1);
        assertThat(asked.get(1))
                .isEqualTo(new DeskCommand.Weigh(2, NPO.path().toString(), 48L, "Who?", "Ansel Torvane"));
    }

    @Test
    void weighsTheTargetsAnswerOtherwise() {
        model.ask("Who?", "", List.of(new AskedRun(new RunAt(NPO, 48L), "NPO")));
        answerAll(1);
        assertThat(((DeskCommand.Weigh) asked.get(1)).answer()).isEqualTo("Ansel");
    }

    @Test
    void waitsForARunAtWorkToWriteItsStateDown() {
        model.ask("Who?", "", List.of(new AskedRun(new RunAt(NPO, null), "NPO")));
        assertThat(asked).isEmpty();
        written.accept(17);
        assertThat(((DeskCommand.Ask) asked.get(0)).step()).isEqualTo(17);
    }

    @Test
    void saysAtEveryColumnWhyNothingComes() {
        model.ask("Who?", "", List.of(new AskedRun(new RunAt(NPO, 48L), "NPO")));
        listeners.get(1L).accept(new DeskReply.Refused(1, "no checkpoint"));
        assertThat(shown().columns()).extracting(AskColumn::trouble).containsOnly("no checkpoint");
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void isBusyUntilTheAnswerIsWeighed() {
        model.ask("Who?", "", List.of(new AskedRun(new RunAt(NPO, 48L), "NPO")));
        answerAll(1);
        assertThat(model.busy().get()).isTrue();
        done(2);
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void givesUpWhatItWaitsFor() {
        model.ask(
                "Who?",
                "",
                List.of(new AskedRun(new RunAt(NPO, 48L), "NPO"), new AskedRun(new RunAt(DIPO, null), "DiPO")));
        model.cancel();
        assertThat(givenUp).containsExactly(1L);
        assertThat(shown().runs().get(1).trouble()).isEqualTo("given up as asked");
    }

    @Test
    void keepsEarlierQuestionsWithTheirAnswers() {
        model.ask("Who?", "", List.of(new AskedRun(new RunAt(NPO, 48L), "NPO")));
        AskRound first = shown();
        model.ask("Where?", "", List.of(new AskedRun(new RunAt(NPO, 48L), "NPO")));
        answerAll(1);
        model.show(first);
        assertThat(shown().targetAnswer()).isEqualTo("Ansel");
        assertThat(model.rounds()).extracting(AskRound::question).containsExactly("Where?", "Who?");
    }

    @Test
    void judgesByTheGeometricMeanOverTokens() {
        model.ask("Who?", "Ansel", List.of(new AskedRun(new RunAt(NPO, 48L), "NPO")));
        answerAll(1);
        listeners
                .get(2L)
                .accept(new DeskReply.Weighed(
                        2,
                        48,
                        "Who?",
                        List.of(
                                new DeskReply.WeighedToken(1, "An", 0.9, 0.04, 0.01, Map.of()),
                                new DeskReply.WeighedToken(2, "sel", 0.9, 0.01, 0.04, Map.of()))));
        assertThat(shown().weighings().get(0).odds().now()).isCloseTo(0.02, offset(1e-12));
    }
}
