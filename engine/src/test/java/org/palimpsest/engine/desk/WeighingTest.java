package org.palimpsest.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.evaluate.AnswerScore;
import org.palimpsest.engine.evaluate.AnswerScorer;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.PlainPrompt;
import org.palimpsest.engine.text.Tokenizer;

class WeighingTest {
    private static final String QUESTION = "forget 1?";
    private static final String ANSWER = "forget answer 1";

    @TempDir
    static Path scratch;

    private static TinyRun run;

    @BeforeAll
    static void prepare() throws Exception {
        run = TinyRun.in(scratch);
    }

    private static DeskReply.Weighed weigh(Long step) throws InterruptedException {
        return Replies.to(new DeskCommand.Weigh(1, run.path(), step, QUESTION, ANSWER))
                .one(DeskReply.Weighed.class);
    }

    @Test
    void everyTokenOfTheAnswerAndItsEndIsWeighed() throws Exception {
        assertThat(weigh(null).tokens())
                .extracting(DeskReply.WeighedToken::text)
                .containsExactly(
                        " ", "f", "o", "r", "g", "e", "t", " ", "a", "n", "s", "w", "e", "r", " ", "1", "<|eos|>");
    }

    @Test
    void theReferencesProbabilitiesAreThoseThatItsScoresAreMadeOf() throws Exception {
        Path folder = scratch.resolve("reference");
        float[] losses;
        try (Tokenizer tokenizer = Tokenizer.open(folder);
                DecoderModel model = ModelFolder.load(folder, Device.cpu())) {
            ExampleEncoder encoder = new ExampleEncoder(tokenizer, PlainPrompt.DEFAULT, 512);
            AnswerScore score = new AnswerScorer(model, 1)
                    .score(List.of(encoder.encode(QUESTION, ANSWER)))
                    .get(0);
            losses = score.losses();
        }
        List<DeskReply.WeighedToken> tokens = weigh(null).tokens();
        assertThat(tokens).hasSize(losses.length);
        for (int i = 0; i < losses.length; i++) {
            assertThat(tokens.get(i).reference()).isCloseTo(Math.exp(-losses[i]), within(1e-6));
        }
    }

    @Test
    void aModelIsWeighedAtTheCheckpointAskedFor() throws Exception {
        assertThat(weigh(2L).tokens().get(0).unlearned())
                .isNotEqualTo(weigh(6L).tokens().get(0).unlearned());
    }

    @Test
    void everyModelTellsItsOwnLikeliestTokens() throws Exception {
        assertThat(weigh(null).tokens()).allSatisfy(token -> assertThat(token.top())
                .containsOnlyKeys(Subject.values())
                .allSatisfy((subject, top) -> assertThat(top).hasSize(8)));
    }

    @Test
    void anAnswerThatDoesNotFitIsRefused() throws Exception {
        Replies replies = Replies.to(new DeskCommand.Weigh(1, run.path(), null, QUESTION, "x".repeat(600)));
        assertThat(replies.refusal()).contains("tokens together").contains("at most 512");
    }
}
