package org.palimpsest.app.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.app.pick.NoRunYet;
import org.palimpsest.app.pick.OnceThereIsARun;
import org.palimpsest.app.pick.RunPickerModel;
import org.palimpsest.app.text.Clip;
import org.palimpsest.app.workbench.BackgroundTask;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.Place;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.recipe.RecipeReader;

/** Tries to bring back what a model was made to forget, with every attack there is a card of. */
public final class AttackPlace implements Place {
    private final Workbench workbench;
    private final AttackWords words = new AttackWords();
    private final AttackModel model;
    private final RunPickerModel run;
    private final List<SettingsFormModel> forms;
    private final ActionBar actions;
    private final ResultsPane results;
    private final AttackView view;
    private final OnceThereIsARun whole;
    private BackgroundTask task;

    public AttackPlace(Workbench workbench) {
        this.workbench = workbench;
        model = new AttackModel(
                workbench.desk()::ask,
                workbench.desk()::cancel,
                workbench.runs()::send,
                Platform::runLater,
                reason -> workbench.notices().error(words.get("refused", reason)));
        run = new RunPickerModel(workbench.runList().runs(), workbench.tasks()::compute, this::failed);
        forms = Catalogue.attacks().stream()
                .map(card -> new SettingsFormModel(card, Map.of(), workbench.undo()::perform))
                .toList();
        actions = new ActionBar(
                words, model.job(), new ActionBar.Actions(this::start, model::cancel, this::command, this::recipe));
        results = new ResultsPane(words, course -> model.settings(course)
                .map(settings -> settings.get("samples"))
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .orElse(null));
        view = new AttackView(words, run, forms, actions, results);
        NoRunYet empty = new NoRunYet("attack", words.get("empty.title"), words.get("empty.text"), workbench);
        whole = new OnceThereIsARun(run.runs(), empty, view);
        listen();
        workbench.navigator().door(PlaceId.ATTACK, RunAt.class, run::open);
    }

    private void listen() {
        run.run().addListener((observed, before, now) -> model.follow(now == null ? null : now.folder()));
        model.follow(run.run().get() == null ? null : run.run().get().folder());
        run.moment().addListener((observed, before, now) -> allow());
        run.run().addListener((observed, before, now) -> allow());
        view.card().addListener((observed, before, now) -> {
            allow();
            show();
        });
        forms.forEach(form -> form.valid().addListener((observed, before, now) -> allow()));
        model.courses().addListener((ListChangeListener<AttackCourse>) change -> show());
        model.job().addListener((observed, before, now) -> showTask(now));
        allow();
        show();
    }

    private void show() {
        AttackCard card = view.card().get();
        results.show(
                card,
                model.courses().stream()
                        .filter(course -> course.attack().equals(card.id()))
                        .toList());
    }

    private SettingsFormModel form() {
        return forms.stream()
                .filter(form -> form.card().equals(view.card().get()))
                .findFirst()
                .orElseThrow();
    }

    /** Why no attack can be started now; empty if one can. */
    private String hindrance() {
        if (run.chosen().isEmpty()) {
            return words.get("hindrance.checkpoint");
        }
        if (run.run().get().working() && !run.moment().get().isNow()) {
            return words.get("hindrance.working");
        }
        return form().valid().get() ? "" : words.get("hindrance.settings");
    }

    private void allow() {
        String hindrance = hindrance();
        actions.allow(hindrance.isEmpty(), hindrance);
    }

    private void start() {
        if (hindrance().isEmpty() && model.job().get() == null) {
            run.chosen()
                    .ifPresent(at -> model.start(
                            at, view.card().get().id(), form().values().get()));
        }
    }

    private void recipe() {
        copy(AttackTexts.recipe(view.card().get().id(), form().values().get()), "copied.recipe");
    }

    private void command() {
        String attack = view.card().get().id();
        run.chosen().ifPresent(at -> workbench
                .tasks()
                .compute(
                        () -> AttackTexts.command(
                                at, RecipeReader.read(at.folder().recipe()), attack, form().differing()),
                        text -> copy(text, "copied.command"),
                        this::failed));
    }

    private void copy(String text, String notice) {
        Clip.put(text);
        workbench.notices().information(words.get(notice));
    }

    private void showTask(AttackJob job) {
        if (job == null) {
            if (task != null) {
                workbench.tasks().remove(task);
                task = null;
            }
            return;
        }
        if (task == null) {
            String name = words.get(
                    "task",
                    Catalogue.attack(job.attack()).map(AttackCard::name).orElse(job.attack()),
                    job.folder().path().getFileName().toString());
            task = new BackgroundTask(name, job.canBeGivenUp() ? model::cancel : null);
            workbench.tasks().add(task);
        }
        task.report(job.share(), words.state(job));
    }

    private void failed(Exception failure) {
        workbench.notices().error(words.get("failed", String.valueOf(failure.getMessage())), failure);
    }

    @Override
    public PlaceId id() {
        return PlaceId.ATTACK;
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
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of("attack.start", words.get("command.start"), this::start)
                .keys("Shortcut+Enter")
                .when(() -> hindrance().isEmpty() && model.job().get() == null));
        commands.add(Command.of("attack.cancel", words.get("command.cancel"), model::cancel)
                .when(() -> model.job().get() != null && model.job().get().canBeGivenUp()));
        commands.add(Command.of("attack.command", words.get("command"), this::command)
                .when(() -> run.chosen().isPresent()));
        commands.add(Command.of("attack.recipe", words.get("recipe"), this::recipe));
        for (AttackCard card : Catalogue.attacks()) {
            commands.add(Command.of(
                    "attack.open." + card.id(), words.get("command.open", card.name()), () -> view.open(card)));
        }
        return commands;
    }

    @Override
    public void close() {
        model.close();
    }
}
