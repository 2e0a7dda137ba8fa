package org.palimpsest.app.live;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.live.control.Controls;
import org.palimpsest.app.live.control.Sender;
import org.palimpsest.app.live.run.GuardRules;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.live.run.LiveRuns;
import org.palimpsest.app.live.run.Scrub;
import org.palimpsest.app.live.run.Standing;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.app.live.side.SidePane;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.Place;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunSelection;
import org.palimpsest.engine.event.RunFolder;

/** Runs as they happen: several at once, in panels that stream and can be taken back to any step observed. */
public final class LivePlace implements Place {
    private final Workbench workbench;
    private final LiveRuns runs;
    private final Scrub scrub;
    private final Controls controls;
    private final GuardDuty duty;
    private final LiveView view;
    private final Messages words = Messages.of("live");
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), tick -> tick()));
    private boolean due;
    private boolean seen = true;

    public LivePlace(Workbench workbench) {
        this.workbench = workbench;
        duty = new GuardDuty(workbench);
        SharedAxis axis = new SharedAxis();
        scrub = new Scrub(axis.scrubProperty());
        Sender[] sender = new Sender[1];
        runs = new LiveRuns(
                workbench.runList().runs(),
                Platform::runLater,
                duty.rules(),
                (run, verdict) -> duty.act(run, verdict, sender[0]));
        sender[0] = new Sender(workbench, runs);
        new Setups(workbench, runs);
        controls = new Controls(workbench, runs, scrub, sender[0]);
        SidePane side = new SidePane(duty.rules(), this::rules, scrub::to);
        view = new LiveView(workbench, runs, axis, scrub, controls, side);
        runs.onNew(watched -> {
            watched.run().revision().addListener((value, before, now) -> soon());
            watched.overlaid().addListener((value, before, now) -> soon());
        });
        runs.watched().addListener((ListChangeListener<Watched>) change -> soon());
        runs.chosen().addListener((value, before, now) -> soon());
        scrub.position().addListener((value, before, now) -> soon());
        workbench.navigator().door(PlaceId.LIVE, RunFolder.class, runs::open);
        workbench.navigator().door(PlaceId.LIVE, RunSelection.class, selection -> runs.open(selection.runs()));
        clock.setCycleCount(Timeline.INDEFINITE);
        clock.play();
        runs.begin();
    }

    /** However much changes at once, what is seen is brought up to date once; what is not seen, when it is again. */
    private void soon() {
        if (!due && (seen || view.grid().hasWindows())) {
            due = true;
            Platform.runLater(() -> {
                due = false;
                view.update();
            });
        }
    }

    private void rules(GuardRules changed) {
        duty.remember(changed);
        runs.rules(changed);
    }

    /** A worker that ends before its first word leaves nothing in the log; that it is gone is all there is to see. */
    private void tick() {
        for (Watched watched : runs.watched()) {
            LiveRun run = watched.run();
            boolean waits = !run.started() && workbench.runs().isWaiting(run.folder());
            watched.waits(waits);
            if (run.standing() == Standing.STARTING
                    && !waits
                    && !workbench.runs().isOurs(run.folder())) {
                run.notStarted();
            }
        }
    }

    @Override
    public PlaceId id() {
        return PlaceId.LIVE;
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>(controls.commands());
        commands.add(command("scrub.back", "Alt+LEFT", () -> scrub.by(-1)));
        commands.add(command("scrub.forward", "Alt+RIGHT", () -> scrub.by(1)));
        commands.add(command("scrub.start", "Alt+HOME", scrub::toStart));
        commands.add(command("scrub.now", "Alt+END", scrub::toNow));
        commands.add(command("run.next", "Alt+DOWN", () -> runs.choose(1)));
        commands.add(command("run.previous", "Alt+UP", () -> runs.choose(-1)));
        for (int i = 0; i < 4; i++) {
            int place = i;
            commands.add(Command.of("live.panel." + (i + 1), words.get("command.panel", i + 1), () -> view.grid()
                            .enlarge(place))
                    .when(() -> runs.chosen().get() != null)
                    .keys("Alt+" + (i + 1)));
        }
        return commands;
    }

    private Command command(String id, String keys, Runnable action) {
        return Command.of("live." + id, words.get("command." + id), action)
                .when(() -> runs.chosen().get() != null)
                .keys(keys);
    }

    @Override
    public void shown() {
        seen = true;
        soon();
        Platform.runLater(view::focus);
    }

    @Override
    public void hidden() {
        seen = false;
        view.keep();
    }

    @Override
    public void close() {
        clock.stop();
        view.keep();
        view.grid().close();
        runs.close();
    }
}
