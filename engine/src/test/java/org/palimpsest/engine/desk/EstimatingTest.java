package org.palimpsest.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.testdata.TinyWorkspace;

class EstimatingTest {
    private static final String TRAINING =
            ", \"training\": {\"epochs\": 4, \"batch\": 2}, \"checkpoints\": {\"every\": 2, \"keep\": 1}";
    /** Two matrices of 16 × 16, two of 16 × 8, three of 16 × 24 and two norms a layer, and the last norm. */
    private static final long BODY = 2 * (2 * 256 + 2 * 128 + 3 * 384 + 2 * 16) + 16;
    /** Every sequence of 10 tokens, 4 of them learnt from. */
    private static final Sequences EVEN = new Sequences(6, new int[] {10, 10, 10, 10, 10, 10}, 4);

    @TempDir
    Path scratch;

    private TinyWorkspace workspace;

    @BeforeEach
    void prepare() throws IOException {
        workspace = TinyWorkspace.in(scratch);
    }

    private Replies estimate(String method, String more) throws IOException, InterruptedException {
        Path recipe = workspace.recipe("estimated", method, more);
        return Replies.to(new DeskCommand.Estimate(8, recipe.toString()));
    }

    @Test
    void setsThatShareRowsAreRefusedAtTheirPlace() throws IOException, InterruptedException {
        Files.copy(
                scratch.resolve("forget.jsonl"), scratch.resolve("retain.jsonl"), StandardCopyOption.REPLACE_EXISTING);

        DeskReply.Refused refused =
                estimate("npo", TRAINING).of(DeskReply.Refused.class).get(0);

        assertThat(refused.pointer()).isEqualTo("/data/retain");
        assertThat(refused.message()).contains("share 6 rows");
    }

    @Test
    void rowsThatTheModelCannotTakeAreRefusedAtTheirPlace() throws IOException, InterruptedException {
        Files.writeString(
                scratch.resolve("retain.jsonl"),
                "{\"question\": \"Who 0?\", \"answer\": \"%s\"}\n".formatted("x".repeat(150)));

        DeskReply.Refused refused =
                estimate("npo", TRAINING).of(DeskReply.Refused.class).get(0);

        assertThat(refused.pointer()).isEqualTo("/data/retain");
        assertThat(refused.message())
                .contains("retain.jsonl: row 0 has 177 tokens")
                .contains("takes at most 128");
    }

    @Test
    void aBrokenFileIsRefusedAtItsPlace() throws IOException, InterruptedException {
        Files.writeString(scratch.resolve("retain.jsonl"), "<!DOCTYPE html>\n<html></html>");

        DeskReply.Refused refused =
                estimate("npo", TRAINING).of(DeskReply.Refused.class).get(0);

        assertThat(refused.pointer()).isEqualTo("/data/retain");
        assertThat(refused.message()).contains("is a web page");
    }

    @Test
    void whatARunWouldTellOfItsDataIsTold() throws IOException, InterruptedException {
        Files.writeString(scratch.resolve("eval.jsonl"), """
                {"question": "a", "answer": "b"}
                {"question": "c", "answer": ""}
                """);
        Path recipe = workspace.recipe(
                "estimated",
                "npo",
                ", \"training\": {\"steps\": 4, \"batch\": 7}, \"evaluation\": {\"benchmark\": \"tofu\"}");
        Files.writeString(
                recipe,
                Files.readString(recipe)
                        .replace("\"alternates\"", "\"forgetEvaluation\": {\"path\": \"eval.jsonl\"}, \"alternates\""));

        DeskReply.Estimated estimated =
                Replies.to(new DeskCommand.Estimate(8, recipe.toString())).one(DeskReply.Estimated.class);

        assertThat(estimated.notes())
                .anySatisfy(
                        note -> assertThat(note).startsWith("\"batch\" is 7, but the forget set forget.jsonl has 6"))
                .anySatisfy(note ->
                        assertThat(note).endsWith("eval.jsonl: \"answer\" is empty in 1 of 2 rows (row 1), left out"));
    }

    private ModelCost model() throws IOException {
        return ModelCost.of(ModelFolder.config(scratch.resolve("target")));
    }

    private RunPlan plan(String method) throws IOException {
        Recipe recipe =
                workspace.read(workspace.recipe("plan", "npo", TRAINING)).withMethod(MethodChoice.of(method));
        return new RunPlan(
                recipe,
                Catalogue.method(method).orElseThrow(),
                model(),
                List.of(new RunPlan.Batched(RunPlan.Role.FORGET, EVEN), new RunPlan.Batched(RunPlan.Role.RETAIN, EVEN)),
                6,
                Optional.of(model()),
                Optional.empty());
    }

    @Test
    void theBodyIsWhatEveryTokenIsMultipliedBy() throws Exception {
        assertThat(model().body()).isEqualTo(BODY);
        assertThat(model().parameters()).isEqualTo(BODY + 259 * 16);
    }

    @Test
    void aForwardPassTakesTwoOperationsAWeightAndToken() throws Exception {
        double attention = 4.0 * 10 * 16 * 2;
        assertThat(model().forward(20, 10, 8)).isEqualTo(20 * (2.0 * BODY + attention) + 2.0 * 8 * 16 * 259);
    }

    @Test
    void aStepGoesForwardAndBackOverBothSets() throws Exception {
        assertThat(new RunTime(plan("npo"), 1e9).operationsPerStep()).isEqualTo(2 * 3 * model().forward(20, 10, 8));
    }

    @Test
    void aDivergenceOnTheRetainSetNeedsEveryPositionOfTwoModels() throws Exception {
        assertThat(new RunTime(plan("npo-kl"), 1e9).operationsPerStep())
                .isEqualTo(3 * model().forward(20, 10, 8) + 4 * model().forward(20, 10, 20));
    }

    @Test
    void aFasterMachineTakesLessTime() throws Exception {
        assertThat(new RunTime(plan("npo"), 1e9).secondsPerStep())
                .isGreaterThan(new RunTime(plan("npo"), 1e10).secondsPerStep());
    }

    @Test
    void memoryHoldsFiveCopiesOfTheModelAndTheReference() throws Exception {
        RunPlan plan = plan("npo");
        long activations = (long) (2 * model().activations(20, 10, 8));
        assertThat(new RunSpace(plan).memory()).isEqualTo((300L << 20) + 6 * model().bytes() + activations);
    }

    @Test
    void theDiskHoldsTheKeptCheckpointsAndOneInTheMaking() throws Exception {
        // Twelve steps, a checkpoint every two of them, one kept.
        assertThat(plan("npo").totalSteps()).isEqualTo(12);
        assertThat(new RunSpace(plan("npo")).disk()).isEqualTo(2 * 3 * model().bytes() + 12 * 400);
    }

    @Test
    void aBatchIsPaddedToTheLongestOfItsDraws() {
        Sequences two = new Sequences(2, new int[] {4, 8}, 2);
        assertThat(two.padded(1)).isEqualTo(6);
        assertThat(two.padded(2)).isEqualTo(4 * 0.25 + 8 * 0.75, within(1e-12));
    }

    @Test
    void theStepsAreThoseOfTheRun() throws Exception {
        DeskReply.Estimated estimated = estimate("npo", TRAINING).one(DeskReply.Estimated.class);
        assertThat(estimated.totalSteps()).isEqualTo(12);
        assertThat(estimated.totalSeconds()).isGreaterThanOrEqualTo(12 * estimated.secondsPerStep());
    }

    @Test
    void theNotesSayWhatTheFiguresRestOn() throws Exception {
        assertThat(estimate("idk-dpo", TRAINING).one(DeskReply.Estimated.class).notes())
                .anySatisfy(note -> assertThat(note).contains("weights in float32"))
                .anySatisfy(note -> assertThat(note).contains("GFLOP/s"))
                .anySatisfy(note -> assertThat(note).startsWith("alternates: 2 sequences a step"));
    }

    @Test
    void evaluationProbesAndAttacksAreCounted() throws Exception {
        double plain = estimate("npo", TRAINING).one(DeskReply.Estimated.class).totalSeconds();
        double whole = estimate(
                        "npo",
                        TRAINING
                                + ", \"evaluation\": {\"benchmark\": \"tofu\"}, \"attacks\": [{\"id\": \"relearning\"}], \"probes\": [{\"id\": \"truth-ratio\", \"every\": 1}]")
                .one(DeskReply.Estimated.class)
                .totalSeconds();
        assertThat(whole).isGreaterThan(2 * plain);
    }

    @Test
    void aModelThatIsNotThereIsNamed() throws Exception {
        java.nio.file.Files.delete(scratch.resolve("target/config.json"));
        assertThat(estimate("npo", TRAINING).refusal()).contains("config.json");
    }
}
