package org.palimpsest.app.ask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;
import org.palimpsest.app.pick.NoRunYet;
import org.palimpsest.app.pick.OnceThereIsARun;
import org.palimpsest.app.pick.RunPickerModel;
import org.palimpsest.app.text.Clip;
import org.palimpsest.app.workbench.BackgroundTask;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.Place;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.FreshCheckpoint;
import org.palimpsest.app.worker.PinnedPrompts;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.RecipeReader;

/** One question to target, unlearned models and retained reference, beside each other. */
public final class AskPlace implements Place {
    private final Workbench workbench;
    private final AskWords words = new AskWords();
    private final AskForm form = new AskForm();
    private final AskModel model;
    private final RunPickerModel run;
    private final Pins pins;
    private final PromptShelf shelf;
    private final QuestionBar question;
    private final AskView view;
    private final OnceThereIsARun whole;
    private BackgroundTask task;

    public AskPlace(Workbench workbench) {
        this.workbench = workbench;
        model = new AskModel(workbench.desk()::ask, workbench.desk()::cancel, this::writeState, Platform::runLater);
        run = new RunPickerModel(workbench.runList().runs(), workbench.tasks()::compute, this::failed);
        RunPickerModel another =
                new RunPickerModel(workbench.runList().runs(), workbench.tasks()::compute, this::failed);
        pins = new Pins(
                new PinnedPrompts(workbench.workspace()),
                workbench.tasks()::compute,
                workbench.undo()::perform,
                this::failed);
        question = new QuestionBar(
                words,
                form,
                run.moment().isNotNull(),
                model.busy(),
                new QuestionBar.Actions(this::ask, model::cancel, this::pin, this::copy));
        shelf = new PromptShelf(words, this::show, form::take, this::ask);
        view = new AskView(words, model, run, new BesideBar(words, form.besides(), another), question, shelf);
        NoRunYet empty = new NoRunYet("ask", words.get("empty.title"), words.get("empty.text"), workbench);
        whole = new OnceThereIsARun(run.runs(), empty, view);
        follow();
        workbench.navigator().door(PlaceId.ASK, RunAt.class, run::open);
    }

    private void follow() {
        run.run().addListener((observed, before, now) -> {
            if (now != null && (before == null || !before.folder().equals(now.folder()))) {
                readPrompts(now.folder());
            }
        });
        if (run.run().get() != null) {
            readPrompts(run.run().get().folder());
        }
        form.prompts().addListener((observed, before, now) -> {
            shelf.offer(now);
            view.problem(now.problem());
        });
        pins.prompts().addListener((ListChangeListener<String>) change -> {
            shelf.pinned(pins.prompts());
            showPin();
        });
        form.question().addListener((observed, before, now) -> showPin());
        model.rounds().addListener((ListChangeListener<AskRound>) change -> shelf.asked(model.rounds()));
        model.busy().addListener((observed, before, now) -> showTask(now));
    }

    private void readPrompts(RunFolder folder) {
        workbench
                .tasks()
                .compute(
                        () -> RunPrompts.read(folder),
                        prompts -> {
                            if (run.run().get() != null
                                    && run.run().get().folder().equals(folder)) {
                                form.offer(prompts);
                            }
                        },
                        this::failed);
    }

    private void ask() {
        if (form.question().get().isBlank() || model.busy().get()) {
            return;
        }
        run.chosen().ifPresent(at -> {
            List<AskedRun> runs = new ArrayList<>();
            runs.add(new AskedRun(at, run.run().get().name()));
            form.besides().stream().filter(each -> !runs.contains(each)).forEach(runs::add);
            model.ask(form.question().get(), form.truth().get(), runs);
        });
    }

    private void show(AskRound round) {
        form.take(round);
        model.show(round);
    }

    private Runnable writeState(RunFolder folder, LongConsumer written, Consumer<String> ended) {
        FreshCheckpoint fresh = new FreshCheckpoint(
                folder,
                Platform::runLater,
                () -> {
                    try {
                        workbench.runs().send(folder, new RunCommand.WriteCheckpoint());
                    } catch (IOException e) {
                        failed(e);
                    }
                },
                written,
                ended);
        return fresh::close;
    }

    private void pin() {
        String prompt = form.question().get().strip();
        boolean pinned = pins.prompts().contains(prompt);
        pins.toggle(prompt, words.get(pinned ? "edit.unpin" : "edit.pin"));
        if (!pinned) {
            boolean working = run.run().get() != null && run.run().get().working();
            workbench.notices().information(words.get(working ? "pinned.working" : "pinned"));
        }
    }

    private void showPin() {
        question.pinned(pins.prompts().contains(form.question().get().strip()));
    }

    private void copy() {
        run.chosen().ifPresent(at -> workbench
                .tasks()
                .compute(
                        () -> AskCommandText.of(
                                at,
                                RecipeReader.read(at.folder().recipe()).model(),
                                form.question().get().strip()),
                        text -> {
                            Clip.put(text);
                            workbench.notices().information(words.get("copied"));
                        },
                        this::failed));
    }

    private void showTask(boolean busy) {
        if (busy && task == null) {
            task = new BackgroundTask(words.get("task"), model::cancel);
            workbench.tasks().add(task);
        } else if (!busy && task != null) {
            workbench.tasks().remove(task);
            task = null;
        }
    }

    private void failed(Exception failure) {
        workbench.notices().error(words.get("failed", String.valueOf(failure.getMessage())), failure);
    }

    @Override
    public PlaceId id() {
        return PlaceId.ASK;
    }

    @Override
    public Region view() {
        return whole;
    }

    @Override
    public void hidden() {
        whole.hidden();
    }

    @Override
    public void shown() {
        whole.shown();
        run.refresh();
        pins.refresh();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("ask.question", words.get("command.question"), question::focusQuestion)
                        .keys("Shortcut+L"),
                Command.of("ask.ask", words.get("command.ask"), this::ask)
                        .keys("Shortcut+Enter")
                        .when(() -> run.chosen().isPresent()
                                && !form.question().get().isBlank()
                                && !model.busy().get()),
                Command.of("ask.pin", words.get("command.pin"), this::pin)
                        .keys("Shortcut+Shift+P")
                        .when(() -> !form.question().get().isBlank()),
                Command.of("ask.copy", words.get("copy"), this::copy)
                        .when(() -> run.chosen().isPresent()
                                && !form.question().get().isBlank()),
                Command.of("ask.cancel", words.get("command.cancel"), model::cancel)
                        .when(() -> model.busy().get()));
    }

    @Override
    public void close() {
        model.cancel();
    }
}
