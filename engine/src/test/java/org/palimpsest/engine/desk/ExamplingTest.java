package org.palimpsest.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

class ExamplingTest {
    @TempDir
    static Path scratch;

    private static TinyRun run;
    private static List<DeskReply.Example> examples;

    @BeforeAll
    static void prepare() throws Exception {
        run = TinyRun.in(scratch);
        examples = ask("forget", 5).of(DeskReply.Example.class);
    }

    private static Replies ask(String set, int limit) throws InterruptedException {
        return Replies.to(new DeskCommand.Examples(1, run.path(), null, set, 0, limit));
    }

    @Test
    void theFirstRowsAreShownInTheirOrder() {
        assertThat(examples).extracting(DeskReply.Example::row).containsExactly(0, 1, 2, 3, 4);
        assertThat(examples.get(3).question()).isEqualTo("forget 3?");
    }

    @Test
    void rowsAreShownFromAnyOnAndToldOfAll() throws InterruptedException {
        List<DeskReply.Example> rest = Replies.to(new DeskCommand.Examples(2, run.path(), null, "forget", 3, 2))
                .of(DeskReply.Example.class);
        assertThat(rest).extracting(DeskReply.Example::row).containsExactly(3, 4);
        assertThat(rest).extracting(DeskReply.Example::rows).containsOnly(6);
    }

    @Test
    void everyModelAnswers() {
        assertThat(examples).allSatisfy(example -> assertThat(example.answers()).containsOnlyKeys(Subject.values()));
    }

    @Test
    void theProbabilityIsTheGeometricMeanOfTheTokens() throws Exception {
        DeskReply.Example example = examples.get(2);
        DeskReply.Weighed weighed = Replies.to(
                        new DeskCommand.Weigh(1, run.path(), null, example.question(), example.answer()))
                .one(DeskReply.Weighed.class);
        double mean = Math.exp(weighed.tokens().stream()
                .mapToDouble(token -> Math.log(token.unlearned()))
                .average()
                .orElseThrow());
        assertThat(example.unlearned()).isCloseTo(mean, within(1e-6));
    }

    @Test
    void noMoreRowsAreShownThanThereAre() throws Exception {
        assertThat(ask("retain", 1000).of(DeskReply.Example.class)).hasSize(8);
    }

    @Test
    void anUnknownSetIsRefused() throws Exception {
        assertThat(ask("holdout", 3).refusal())
                .contains("\"forget\" and \"retain\"")
                .contains("holdout");
    }

    @Test
    void progressIsTold() throws Exception {
        assertThat(ask("retain", 8).of(DeskReply.Progress.class))
                .last()
                .satisfies(progress -> assertThat(progress.done()).isEqualTo(progress.total()));
    }

    @Test
    void aGoneDataFileIsNamed() throws Exception {
        Path file = scratch.resolve("retain.jsonl");
        Path aside = scratch.resolve("aside.jsonl");
        Files.move(file, aside);
        try {
            assertThat(ask("retain", 8).refusal()).contains("retain.jsonl").contains("does not exist");
        } finally {
            Files.move(aside, file);
        }
    }
}
