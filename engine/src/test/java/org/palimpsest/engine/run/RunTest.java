package org.palimpsest.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.testdata.RawSafetensors;
import org.palimpsest.engine.testdata.TinyWorkspace;

class RunTest {
    private static final String SIX_STEPS =
            ", \"training\": {\"steps\": 6, \"batch\": 2, \"learningRate\": 0.01, \"warmupSteps\": 1}, \"checkpoints\": {\"every\": 2, \"keep\": 9}";
    private static final String WATCHED = SIX_STEPS
            + ", \"probes\": [{\"id\": \"answer-probability\", \"every\": 2}, {\"id\": \"gradient-cosine\", \"every\": 3}]";

    @TempDir
    Path scratch;

    private TinyWorkspace workspace;

    @BeforeEach
    void prepare() throws IOException {
        workspace = TinyWorkspace.in(scratch);
    }

    @Test
    void aRunWritesEveryStepAndItsEnd() throws Exception {
        RunFolder folder = run("plain", "npo", SIX_STEPS, (control, event) -> {});
        List<RunEvent> events = RunReader.read(folder).events();
        assertThat(events.get(0)).isInstanceOf(RunEvent.Started.class);
        assertThat(losses(events)).hasSize(6);
        assertThat(events.get(events.size() - 1)).isInstanceOf(RunEvent.Finished.class);
    }

    @Test
    void theLogSaysWhatOfAModelIsLeftOut() throws Exception {
        Path weights = scratch.resolve("reference").resolve("model.safetensors");
        RawSafetensors.read(weights)
                .put("model.layers.2.mlp.up_proj.weight", "F32", 4, new long[] {24, 16})
                .write(weights);
        RunFolder folder = run("plain", "npo", SIX_STEPS, (control, event) -> {});
        assertThat(RunReader.read(folder).events().get(1))
                .isInstanceOfSatisfying(RunEvent.Warned.class, warned -> assertThat(warned.message())
                        .isEqualTo(scratch.resolve("reference")
                                + ": 1 tensor is left out, first \"model.layers.2.mlp.up_proj.weight\": config.json says that the"
                                + " model has 2 layers, and this one is beyond them"));
    }

    @Test
    void probesDoNotChangeTheCourse() throws Exception {
        RunFolder plain = run("plain", "npo", SIX_STEPS, (control, event) -> {});
        RunFolder watched = run("watched", "npo", WATCHED, (control, event) -> {});
        assertThat(losses(watched)).isEqualTo(losses(plain));
        assertThat(finalWeights(watched)).isEqualTo(finalWeights(plain));
    }

    @Test
    void anAttackInTheMiddleDoesNotChangeTheCourse() throws Exception {
        RunFolder plain = run("plain", "graddiff", SIX_STEPS, (control, event) -> {});
        RunFolder attacked = run("attacked", "graddiff", SIX_STEPS, (control, event) -> {
            if (event instanceof RunEvent.StepDone && event.step() == 3) {
                control.send(new RunCommand.AttackNow("relearning", Map.of("samples", 2, "steps", 2, "every", 1)));
            }
        });
        assertThat(RunReader.read(attacked).events())
                .anyMatch(e -> e instanceof RunEvent.AttackFinished f && f.subject() == Subject.UNLEARNED);
        assertThat(losses(attacked)).isEqualTo(losses(plain));
        assertThat(finalWeights(attacked)).isEqualTo(finalWeights(plain));
    }

    @Test
    void aStoppedRunGoesOnToTheSameEnd() throws Exception {
        RunFolder plain = run("plain", "simnpo", WATCHED, (control, event) -> {});
        RunFolder stopped = run("stopped", "simnpo", WATCHED, (control, event) -> {
            if (event instanceof RunEvent.StepDone && event.step() == 3) {
                control.send(new RunCommand.Stop());
            }
        });
        assertThat(RunReader.read(stopped).events()).noneMatch(RunEvent.Finished.class::isInstance);
        resume(stopped, (control, event) -> {});
        assertThat(losses(stopped)).isEqualTo(losses(plain));
        assertThat(finalWeights(stopped)).isEqualTo(finalWeights(plain));
    }

    @Test
    void aPausedRunTakesOneStepAtATime() throws Exception {
        List<String> course = new ArrayList<>();
        run("paused", "ga", SIX_STEPS, (control, event) -> {
            course.add(event.getClass().getSimpleName() + event.step());
            if (event instanceof RunEvent.StepDone && event.step() == 2) {
                control.send(new RunCommand.Pause());
                control.send(new RunCommand.StepOnce());
                control.send(new RunCommand.Continue());
            }
        });
        assertThat(course)
                .containsSubsequence("StepDone2", "Paused2", "StepDone3", "Continued3", "StepDone4", "Finished6");
    }

    @Test
    void aChangedLearningRateHoldsFromTheNextStep() throws Exception {
        RunFolder folder = run("rate", "ga", SIX_STEPS, (control, event) -> {
            if (event instanceof RunEvent.StepDone && event.step() == 2) {
                control.send(new RunCommand.ChangeLearningRate(0.5));
            }
        });
        List<Double> rates = RunReader.read(folder).events().stream()
                .filter(RunEvent.StepDone.class::isInstance)
                .map(e -> ((RunEvent.StepDone) e).learningRate())
                .toList();
        assertThat(rates.get(1)).isEqualTo(0.01);
        assertThat(rates.get(2)).isEqualTo(0.5 * 0.8);
    }

    @Test
    void aPromptIsAnsweredByAllThreeModels() throws Exception {
        RunFolder folder = run("asked", "ga", SIX_STEPS, (control, event) -> {
            if (event instanceof RunEvent.StepDone && event.step() == 2) {
                control.send(new RunCommand.Ask("forget 1?", 5));
            }
        });
        assertThat(RunReader.read(folder).events().stream()
                        .filter(RunEvent.Answered.class::isInstance)
                        .map(e -> ((RunEvent.Answered) e).subject()))
                .containsExactly(Subject.TARGET, Subject.UNLEARNED, Subject.REFERENCE);
    }

    @Test
    void aForkWithTheSameMethodGoesOnExactly() throws Exception {
        Path forked = scratch.resolve("forked");
        RunFolder parent = run("parent", "npo", SIX_STEPS, (control, event) -> {
            if (event instanceof RunEvent.StepDone && event.step() == 3) {
                control.send(new RunCommand.Fork(forked.toString(), null, null, null));
            }
        });
        RunFolder child = RunFolder.open(forked);
        resume(child, (control, event) -> {});
        assertThat(losses(child)).isEqualTo(losses(parent).subList(3, 6));
        assertThat(finalWeights(child)).isEqualTo(finalWeights(parent));
    }

    @Test
    void aForkFromDiskAtAStepWithoutCheckpointIsTheSame() throws Exception {
        RunFolder parent = run("parent", "npo", SIX_STEPS, (control, event) -> {});
        RunCommand.Fork fork = new RunCommand.Fork(scratch.resolve("forked").toString(), null, null, null);
        RunFolder child = ForkFromDisk.at(parent, 3, fork);
        resume(child, (control, event) -> {});
        assertThat(losses(child)).isEqualTo(losses(parent).subList(3, 6));
    }

    @Test
    void aForkWithAnotherMethodBeginsWithTheWeightsAlone() throws Exception {
        RunFolder parent = run("parent", "npo", SIX_STEPS, (control, event) -> {});
        RunCommand.Fork fork = new RunCommand.Fork(scratch.resolve("forked").toString(), "graddiff", null, null);
        RunFolder child = ForkFromDisk.at(parent, 4, fork);
        resume(child, (control, event) -> {});
        List<RunEvent> events = RunReader.read(child).events();
        assertThat(((RunEvent.Started) events.get(0)).method()).isEqualTo("graddiff");
        assertThat(losses(child)).hasSize(6);
    }

    @Test
    void aLossThatIsNotFinitePausesTheRunAndSaysWhereAndWhich() throws Exception {
        RunFolder folder = run("wild", "ga", SIX_STEPS, (control, event) -> {
            if (event instanceof RunEvent.StepDone && event.step() == 2) {
                control.send(new RunCommand.ChangeLearningRate(1e38));
            }
            if (event instanceof RunEvent.Paused) {
                control.send(new RunCommand.Stop());
            }
        });
        assertThat(RunReader.read(folder).events().stream()
                        .filter(RunEvent.Paused.class::isInstance)
                        .map(e -> ((RunEvent.Paused) e).reason()))
                .anySatisfy(reason -> assertThat(reason)
                        .contains("the gradient of \"forget\" is NaN at step 4")
                        .contains("in 19 weight tensor(s), \"model.layers.1.mlp.down_proj.weight\" among them"));
    }

    @Test
    void aFinishedRunIsNotResumed() throws Exception {
        RunFolder folder = run("plain", "ga", SIX_STEPS, (control, event) -> {});
        assertThatThrownBy(() -> resume(folder, (control, event) -> {}))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("is finished; fork it");
    }

    @Test
    void aCheckpointThatCannotBeWrittenLeavesAValidLog() throws Exception {
        Consumer<RunFolder> breaks = folder -> {
            try {
                Files.delete(folder.checkpoints());
                Files.writeString(folder.checkpoints(), "in the way");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
        RunFolder folder = RunFolder.create(scratch.resolve("full"));
        breaks.accept(folder);
        try (Run run = Run.start(
                workspace.read(workspace.recipe("full", "ga", SIX_STEPS)), folder, new RunControl(), event -> {})) {
            assertThatThrownBy(run::proceed)
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("checkpoint of step 2 cannot be written");
        }
        List<RunEvent> events = RunReader.read(folder).events();
        assertThat(losses(events)).hasSize(2);
        assertThat(events.get(events.size() - 1)).isInstanceOf(RunEvent.Failed.class);
    }

    /** What reacts to events while a run goes on. */
    private interface Reaction {
        void to(RunControl control, RunEvent event);
    }

    private RunFolder run(String name, String method, String more, Reaction reaction) throws Exception {
        RunFolder folder = RunFolder.create(scratch.resolve("runs").resolve(name));
        RunControl control = new RunControl();
        try (Run run = Run.start(
                workspace.read(workspace.recipe(name, method, more)), folder, control, e -> reaction.to(control, e))) {
            run.proceed();
        }
        return folder;
    }

    private static void resume(RunFolder folder, Reaction reaction) throws Exception {
        RunControl control = new RunControl();
        try (Run run = Run.resume(folder, control, event -> reaction.to(control, event))) {
            run.proceed();
        }
    }

    private static List<Double> losses(RunFolder folder) {
        return losses(RunReader.read(folder).events());
    }

    private static List<Double> losses(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.StepDone.class::isInstance)
                .map(event -> ((RunEvent.StepDone) event).terms().get("loss"))
                .toList();
    }

    private static byte[] finalWeights(RunFolder folder) throws IOException {
        return Files.readAllBytes(
                Checkpoint.latest(folder).orElseThrow().folder().resolve("weights.safetensors"));
    }
}
