package org.palimpsest.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.tensor.SafetensorsWriter;
import org.palimpsest.engine.testdata.Scene;

class AskingTest {
    @TempDir
    static Path scratch;

    private static TinyRun run;
    private static final List<RunEvent.Answered> SAID_AT_FOUR = new ArrayList<>();

    @BeforeAll
    static void prepare() throws Exception {
        run = TinyRun.in(scratch, TinyRun.SIX_STEPS.formatted(2), (control, event) -> {
            if (event instanceof RunEvent.StepDone && event.step() == 4) {
                control.send(new RunCommand.Ask("forget 1?", 12));
            }
            if (event instanceof RunEvent.Answered answered) {
                SAID_AT_FOUR.add(answered);
            }
        });
    }

    private static Replies ask(Long step) throws InterruptedException {
        return Replies.to(new DeskCommand.Ask(3, run.path(), step, "forget 1?", 12));
    }

    @Test
    void everyModelOfTheRunAnswersTheTargetFirst() throws Exception {
        assertThat(ask(null).of(DeskReply.Answer.class))
                .extracting(DeskReply.Answer::subject)
                .containsExactly(Subject.TARGET, Subject.UNLEARNED, Subject.REFERENCE);
    }

    @Test
    void theNewestCheckpointIsAskedIfNoneIsNamed() throws Exception {
        assertThat(ask(null).of(DeskReply.Answer.class))
                .extracting(DeskReply.Answer::step)
                .containsOnly(6L);
    }

    @Test
    void aCheckpointSaysWhatTheModelSaidThen() throws Exception {
        assertThat(ask(4L).of(DeskReply.Answer.class))
                .extracting(DeskReply.Answer::text)
                .isEqualTo(SAID_AT_FOUR.stream().map(RunEvent.Answered::answer).toList());
    }

    @Test
    void everyTokenOfAGreedyAnswerIsTheLikeliestAtItsPlace() throws Exception {
        assertThat(ask(null).of(DeskReply.Answer.class))
                .flatExtracting(DeskReply.Answer::tokens)
                .isNotEmpty()
                .allSatisfy(token -> {
                    assertThat(token.top().get(0).id()).isEqualTo(token.id());
                    assertThat(token.probability()).isEqualTo(token.top().get(0).probability());
                });
    }

    @Test
    void eightLikelyTokensAreToldLikeliestFirst() throws Exception {
        List<Double> top = ask(null).of(DeskReply.Answer.class).get(0).tokens().get(0).top().stream()
                .map(DeskReply.Share::probability)
                .toList();
        assertThat(top).hasSize(8).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void theStartIsAskedAsTheTarget() throws Exception {
        List<DeskReply.Answer> answers = ask(0L).of(DeskReply.Answer.class);
        assertThat(answers.get(1).tokens()).isEqualTo(answers.get(0).tokens());
    }

    @Test
    void aModelWhoseLogitsAreNoNumbersIsTheOnlyOneWithoutAnAnswer() throws Exception {
        Path broken = scratch.resolve("broken");
        TinyRun other = TinyRun.in(broken);
        Path reference = broken.resolve("reference");
        try (DecoderModel model = ModelFolder.load(reference, Device.cpu())) {
            Map<String, float[]> weights = Scene.weights(model);
            weights.get("model.norm.weight")[0] = Float.MAX_VALUE;
            weights.get("model.embed_tokens.weight")[16 * 40] = Float.MAX_VALUE;
            Scene.set(model, weights);
            SafetensorsWriter.write(
                    reference.resolve("model.safetensors"), model.parameters(), SafetensorsWriter.Precision.FLOAT32);
        }
        Replies replies = Replies.to(new DeskCommand.Ask(3, other.path(), null, "forget 1?", 12));
        assertThat(replies.of(DeskReply.Answer.class))
                .extracting(DeskReply.Answer::subject)
                .containsExactly(Subject.TARGET, Subject.UNLEARNED);
        assertThat(replies.of(DeskReply.Unanswered.class)).singleElement().satisfies(none -> {
            assertThat(none.subject()).isEqualTo(Subject.REFERENCE);
            assertThat(none.reason()).contains("not finite");
        });
    }

    @Test
    void aRemovedCheckpointIsSaidToBeRemoved() throws Exception {
        assertThat(ask(2L).refusal())
                .contains("checkpoint of step 2")
                .contains("removed")
                .contains("keeps 2")
                .contains("4, 6");
    }

    @Test
    void aStepWithoutCheckpointIsSaidToHaveNone() throws Exception {
        assertThat(ask(5L).refusal()).contains("no checkpoint of step 5").contains("Fork the run at step 5");
    }

    @Test
    void aStepThatWasNeverReachedIsSaidToBeNone() throws Exception {
        assertThat(ask(7L).refusal()).contains("has steps 0 to 6; there is no step 7");
    }

    @Test
    void aPromptThatDoesNotFitIsRefusedAndTheNextQuestionAnswered() throws Exception {
        Replies replies = Replies.to(
                new DeskCommand.Ask(1, run.path(), null, "x".repeat(1000), 4),
                new DeskCommand.Ask(2, run.path(), null, "forget 1?", 4));
        assertThat(replies.refusal()).contains("tokens").contains("fit");
        assertThat(replies.of(DeskReply.Answer.class)).hasSize(3);
    }
}
