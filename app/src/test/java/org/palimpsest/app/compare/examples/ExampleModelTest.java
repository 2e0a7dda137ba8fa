package org.palimpsest.app.compare.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

class ExampleModelTest {
    private final List<DeskCommand> asked = new ArrayList<>();
    private final List<Long> cancelled = new ArrayList<>();
    private Consumer<DeskReply> answer;
    private final ExampleModel model = new ExampleModel(
            (question, listener) -> {
                asked.add(question.apply(7));
                answer = listener;
                return 7;
            },
            cancelled::add,
            Runnable::run);

    private void example(int row, double target, double now, double reference) {
        answer.accept(new DeskReply.Example(7, row, 400, "q" + row, "a", Map.of(), target, now, reference));
    }

    private void ask(boolean forget) {
        model.ask(new RunFolder(Path.of("/runs/a")), forget, 50);
    }

    @Test
    void asksForTheSetOfTheRun() {
        ask(false);
        assertThat(asked).containsExactly(new DeskCommand.Examples(7, "/runs/a", null, "retain", 0, 50));
    }

    @Test
    void goesOnWhereItStopped() {
        ask(true);
        example(0, 0.9, 0.05, 0.04);
        example(1, 0.9, 0.4, 0.04);
        answer.accept(new DeskReply.Done(7));
        assertThat(model.left()).isEqualTo(398);

        model.askForRest();
        example(2, 0.9, 0.3, 0.04);

        assertThat(asked.get(1)).isEqualTo(new DeskCommand.Examples(7, "/runs/a", null, "forget", 2, 398));
        assertThat(model.rows()).hasSize(3);
    }

    @Test
    void tellsUnderForgettingFromOverForgettingWorstFirst() {
        ask(true);
        example(0, 0.9, 0.05, 0.04);
        example(1, 0.9, 0.4, 0.04);
        example(2, 0.9, 0.001, 0.04);
        assertThat(model.rows()).extracting(row -> row.example().row()).containsExactly(2, 1, 0);
        assertThat(model.rows())
                .extracting(ExampleRow::verdict)
                .containsExactly(Verdict.OVER_FORGOTTEN, Verdict.UNDER_FORGOTTEN, Verdict.FORGOTTEN);
    }

    @Test
    void aModelWithoutNumbersHasNotForgotten() {
        ask(true);
        example(0, 0.9, Double.NaN, 0.04);
        example(1, 0.9, Double.NaN, Double.NaN);
        example(2, 0.9, 0.001, 0.04);
        assertThat(model.rows())
                .extracting(ExampleRow::verdict)
                .containsExactly(Verdict.NO_NUMBERS, Verdict.NO_NUMBERS, Verdict.OVER_FORGOTTEN);
    }

    @Test
    void withoutAReferenceTheTargetIsLeftBehind() {
        ask(true);
        example(0, 0.9, 0.01, Double.NaN);
        example(1, 0.9, 0.8, Double.NaN);
        assertThat(model.rows())
                .extracting(ExampleRow::verdict)
                .containsExactly(Verdict.UNDER_FORGOTTEN, Verdict.FORGOTTEN);
    }

    @Test
    void retainedExamplesShouldStayAsTheyWere() {
        ask(false);
        example(0, 0.9, 0.85, 0.9);
        example(1, 0.9, 0.2, 0.9);
        assertThat(model.rows()).extracting(ExampleRow::verdict).containsExactly(Verdict.DAMAGED, Verdict.KEPT);
    }

    @Test
    void listsOneVerdictAloneAndCountsAll() {
        ask(true);
        example(0, 0.9, 0.05, 0.04);
        example(1, 0.9, 0.4, 0.04);
        model.only(Verdict.UNDER_FORGOTTEN);
        assertThat(model.rows()).hasSize(1);
        assertThat(model.counts()).containsOnlyKeys(Verdict.UNDER_FORGOTTEN, Verdict.FORGOTTEN);
    }

    @Test
    void repliesToAQuestionGivenUpAreDropped() {
        ask(true);
        Consumer<DeskReply> old = answer;
        ask(false);
        old.accept(new DeskReply.Example(7, 0, 400, "q", "a", Map.of(), 1, 1, 1));
        assertThat(cancelled).containsExactly(7L);
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void aRefusalIsSaid() {
        ask(true);
        answer.accept(new DeskReply.Refused(7, "there is no checkpoint yet"));
        assertThat(model.problem().get()).isEqualTo("there is no checkpoint yet");
        assertThat(model.working().get()).isFalse();
    }
}
