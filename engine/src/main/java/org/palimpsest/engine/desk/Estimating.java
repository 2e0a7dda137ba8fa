package org.palimpsest.engine.desk;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;
import org.palimpsest.engine.run.PromptForms;
import org.palimpsest.engine.run.Threads;
import org.palimpsest.engine.tensor.AvailableMemory;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.Tokenizer;

/** Says what a recipe would take on this machine. */
final class Estimating {
    private final Question question;
    private final Kept kept;

    Estimating(Question question, Kept kept) {
        this.question = question;
        this.kept = kept;
    }

    void estimate(DeskCommand.Estimate asked) throws IOException {
        Recipe recipe = RecipeReader.read(Path.of(asked.recipe()));
        Threads.apply(recipe.execution());
        Device device = Torch.device(recipe.execution().device());
        Tokenizer tokenizer = kept.tokenizer(Path.of(recipe.model().target()));
        PlanReading reading = new PlanReading(
                recipe,
                new ExampleEncoder(
                        tokenizer,
                        PromptForms.format(recipe.data().prompt(), tokenizer),
                        recipe.data().prompt().maxLength()));
        RunPlan plan = reading.plan();
        question.requireWanted();
        RunTime time = new RunTime(plan, MatrixSpeed.measure(device));
        RunSpace space = new RunSpace(plan);
        question.say(new DeskReply.Estimated(
                asked.id(),
                space.memory(),
                space.disk(),
                plan.totalSteps(),
                time.secondsPerStep(),
                time.total(),
                Stream.concat(notes(plan, time, space).stream(), reading.remarks().stream())
                        .toList()));
    }

    private static List<String> notes(RunPlan plan, RunTime time, RunSpace space) {
        List<String> notes = new ArrayList<>();
        notes.add(text(
                "%,d weights in float32, %s each time they are held: target, working model, gradient and two moments of AdamW%s",
                plan.model().parameters(),
                size(plan.model().bytes()),
                plan.reference().isPresent() ? ", and the retained reference" : ""));
        for (RunPlan.Batched batch : plan.batches()) {
            notes.add(text(
                    "%s: %d sequences a step, padded to about %.0f tokens, of which %.0f are learnt from",
                    batch.role().name().toLowerCase(Locale.ROOT),
                    plan.recipe().training().batch(),
                    batch.set().padded(plan.recipe().training().microBatch()),
                    batch.set().supervised()));
        }
        notes.add(text(
                "matrix products at %.0f GFLOP/s with %d thread(s), measured now; other programs at work slow both this and the run",
                time.speed() / 1e9, Torch.threads()));
        notes.add(text(
                "training about %s, probes %s, evaluation %s, attacks %s; what target and reference scored in earlier runs beside this one is not measured again",
                seconds(time.training()), seconds(time.probes()), seconds(time.evaluation()), seconds(time.attacks())));
        long available = AvailableMemory.bytes();
        if (space.memory() > available) {
            notes.add(text(
                    "that is more memory than the %s free now: close other programs, or take a smaller microBatch or a smaller model",
                    size(available)));
        }
        return List.copyOf(notes);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String seconds(double value) {
        return value < 120 ? text("%.0f s", value) : text("%.0f min", value / 60);
    }

    private static String size(long bytes) {
        double mebi = bytes / (double) (1 << 20);
        return mebi < 1024 ? text("%.0f MiB", mebi) : text("%.1f GiB", mebi / 1024);
    }
}
