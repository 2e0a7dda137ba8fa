package org.palimpsest.app.live.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import org.palimpsest.app.live.run.Action;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.live.run.LiveRuns;
import org.palimpsest.app.live.run.RunSetup;
import org.palimpsest.app.live.run.Scrub;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.recipe.RecipeWriter;

/** What the controls of Live do, to whichever run is chosen. */
public final class Controls {
    private final Workbench workbench;
    private final LiveRuns runs;
    private final Scrub scrub;
    private final Sender sender;
    private final Clips clips;
    private final Messages words = Messages.of("live");
    private Function<Action, Node> anchors = action -> null;

    public Controls(Workbench workbench, LiveRuns runs, Scrub scrub, Sender sender) {
        this.workbench = workbench;
        this.runs = runs;
        this.scrub = scrub;
        this.sender = sender;
        this.clips = new Clips(workbench.notices());
    }

    /** Says where the form of an action is to hang. */
    public void anchors(Function<Action, Node> where) {
        anchors = where;
    }

    /** Whether an action makes sense for the chosen run now. */
    public boolean possible(Action action) {
        Watched chosen = runs.chosen().get();
        boolean needsSetup = action == Action.FORK || action == Action.RATE;
        return chosen != null
                && action.possible(chosen.run())
                && (!needsSetup || chosen.setup().get() != null);
    }

    /** Does something with the chosen run, or asks for what is needed to do it. */
    public void perform(Action action) {
        if (!possible(action)) {
            return;
        }
        Watched chosen = runs.chosen().get();
        LiveRun run = chosen.run();
        switch (action) {
            case PAUSE -> sender.send(run, new RunCommand.Pause());
            case CONTINUE -> sender.send(run, new RunCommand.Continue());
            case STEP -> sender.send(run, new RunCommand.StepOnce());
            case STOP -> sender.send(run, new RunCommand.Stop());
            case CHECKPOINT -> sender.send(run, new RunCommand.WriteCheckpoint());
            case RESUME -> sender.resume(run);
            case ATTACK -> attack(run);
            case FORK -> fork(chosen);
            case RATE -> new RateBubble(run, peak(chosen), sender, clips).show(anchors.apply(action));
            case ASK -> ask(run);
        }
    }

    /**
     * Holds the chosen run or lets it go on.
     *
     * @return whether either makes sense now
     */
    public boolean pauseOrContinue() {
        boolean possible = possible(Action.PAUSE) || possible(Action.CONTINUE);
        perform(possible(Action.PAUSE) ? Action.PAUSE : Action.CONTINUE);
        return possible;
    }

    private void attack(LiveRun run) {
        if (run.standing().commandable()) {
            new AttackBubble(run, sender, clips).show(anchors.apply(Action.ATTACK));
        } else {
            workbench.navigator().open(PlaceId.ATTACK, new RunAt(run.folder(), null));
        }
    }

    private void ask(LiveRun run) {
        if (run.standing().commandable()) {
            String suggested = run.observations().prompts().stream()
                    .findFirst()
                    .map(series -> run.observations().tokens(series).at(run.step()))
                    .map(Observation.Tokens::prompt)
                    .orElse("");
            new AskBubble(run, suggested, sender, clips, workbench.navigator()).show(anchors.apply(Action.ASK));
        } else {
            workbench.navigator().open(PlaceId.ASK, new RunAt(run.folder(), null));
        }
    }

    private void fork(Watched chosen) {
        LiveRun run = chosen.run();
        boolean resting = !run.standing().working();
        ForkModel model = new ForkModel(
                chosen.setup().get().recipe(),
                Catalogue.methods(),
                Math.min(scrub.step(), run.step()),
                run.step(),
                run.totalSteps(),
                resting,
                peak(chosen));
        new ForkBubble(run, model, sender, clips, workbench.notices()).show(anchors.apply(Action.FORK));
    }

    /** The peak the schedule is a share of: as asked for, unless it was changed since. */
    private static double peak(Watched chosen) {
        RunSetup setup = chosen.setup().get();
        double changed = chosen.run().peak();
        return Double.isNaN(changed) ? setup.recipe().training().learningRate() : changed;
    }

    /** Copies the recipe of the chosen run. */
    public void copyRecipe() {
        clips.copy(RecipeWriter.write(runs.chosen().get().setup().get().recipe()), "copied.recipe");
    }

    /** Copies the command line that starts the chosen run anew. */
    public void copyRun() {
        clips.copy(CommandText.run(runs.chosen().get().run().folder()), "copied.command");
    }

    /** Copies the command line of what was done last. */
    public void copyLast() {
        clips.copy(sender.last().get(), "copied.command");
    }

    public boolean canCopyRecipe() {
        return runs.chosen().get() != null && runs.chosen().get().setup().get() != null;
    }

    public boolean canCopyLast() {
        return !sender.last().get().isEmpty();
    }

    /** For the palette and the keyboard. */
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command(
                "live.pause-or-continue",
                words.get("command.pause-or-continue"),
                javafx.scene.input.KeyCombination.valueOf("SPACE"),
                () -> possible(Action.PAUSE) || possible(Action.CONTINUE),
                this::pauseOrContinue));
        add(commands, Action.STEP, "N");
        add(commands, Action.STOP, "Shortcut+PERIOD");
        add(commands, Action.RESUME, "Shortcut+R");
        add(commands, Action.CHECKPOINT, "Shortcut+S");
        add(commands, Action.ATTACK, "Shortcut+Shift+A");
        add(commands, Action.FORK, "Shortcut+Shift+F");
        add(commands, Action.RATE, "Shortcut+L");
        add(commands, Action.ASK, "Shortcut+Shift+Q");
        commands.add(Command.of("live.copy-recipe", words.get("copy.recipe.this"), this::copyRecipe)
                .when(this::canCopyRecipe));
        commands.add(Command.of("live.copy-run", words.get("copy.run"), this::copyRun)
                .when(this::canCopyRecipe));
        commands.add(Command.of("live.copy-last", words.get("copy.last"), this::copyLast)
                .when(this::canCopyLast)
                .keys("Shortcut+Shift+C"));
        return commands;
    }

    private void add(List<Command> commands, Action action, String keys) {
        commands.add(Command.of(
                        "live." + action.name().toLowerCase(java.util.Locale.ROOT),
                        words.get(action.key() + ".tip"),
                        () -> perform(action))
                .when(() -> possible(action))
                .keys(keys));
    }
}
