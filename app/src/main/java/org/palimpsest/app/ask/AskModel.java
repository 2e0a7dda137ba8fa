package org.palimpsest.app.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.ToLongBiFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

/** Questions of a session: asks the desk, gathers what the models say, then has the answer weighed token by token. Used on one thread. */
public final class AskModel {
    private static final int MOST_TOKENS = 64;

    private final ToLongBiFunction<LongFunction<DeskCommand>, Consumer<DeskReply>> desk;
    private final LongConsumer giveUp;
    private final StateWriter writer;
    private final Executor thread;
    private final ObservableList<AskRound> rounds = FXCollections.observableArrayList();
    // Kept, because a view of a list holds on to its listeners only while somebody holds on to the view.
    private final ObservableList<AskRound> seenRounds = FXCollections.unmodifiableObservableList(rounds);
    private final ReadOnlyObjectWrapper<AskRound> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Map<Integer, Integer> pending = new HashMap<>();
    private final Set<Long> open = new HashSet<>();
    private final List<Wait> waits = new ArrayList<>();
    private final Messages words = Messages.of("ask");
    private int number;

    /** A run that is to write its state down before its model can be asked. */
    private static final class Wait {
        private final int round;
        private final int run;
        private Runnable stop = () -> {};

        Wait(int round, int run) {
            this.round = round;
            this.run = run;
        }
    }

    /**
     * @param desk asks a question and gives its number, usually {@code workbench.desk()::ask}
     * @param giveUp gives a question up by its number
     * @param writer has a run at work write its state down
     * @param thread where replies are worked, usually {@code Platform::runLater}
     */
    AskModel(
            ToLongBiFunction<LongFunction<DeskCommand>, Consumer<DeskReply>> desk,
            LongConsumer giveUp,
            StateWriter writer,
            Executor thread) {
        this.desk = desk;
        this.giveUp = giveUp;
        this.writer = writer;
        this.thread = thread;
    }

    /** The questions asked so far, the newest first. */
    public ObservableList<AskRound> rounds() {
        return seenRounds;
    }

    /** The question whose answers are seen; null before the first. */
    public ReadOnlyObjectProperty<AskRound> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Whether an answer is waited for. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Shows an earlier question again, as it was answered then. */
    public void show(AskRound round) {
        rounds.stream()
                .filter(each -> each.number() == round.number())
                .findFirst()
                .ifPresent(shown::set);
    }

    /**
     * Asks every run's model, and target and reference of the first.
     *
     * @param truth the true answer; empty if it is not known
     * @param runs at least one
     */
    public void ask(String question, String truth, List<AskedRun> runs) {
        AskRound round = AskRound.of(++number, question.strip(), truth.strip(), runs);
        rounds.add(0, round);
        shown.set(round);
        pending.put(round.number(), runs.size());
        for (int i = 0; i < runs.size(); i++) {
            begin(round.number(), i, runs.get(i).at());
        }
        tell();
    }

    private void begin(int round, int run, RunAt at) {
        if (at.step() != null) {
            send(round, run, at);
            return;
        }
        Wait wait = new Wait(round, run);
        waits.add(wait);
        wait.stop = writer.write(
                at.folder(),
                step -> {
                    if (waits.remove(wait)) {
                        send(round, run, new RunAt(at.folder(), step));
                    }
                },
                reason -> fail(wait, reason));
    }

    private void fail(Wait wait, String reason) {
        if (waits.remove(wait)) {
            change(wait.round, now -> now.failed(wait.run, reason));
            over(wait.round);
        }
    }

    private void send(int round, int run, RunAt at) {
        String question = find(round).question();
        question(
                id -> new DeskCommand.Ask(id, at.folder().path().toString(), at.step(), question, MOST_TOKENS),
                reply -> {
                    if (reply instanceof DeskReply.Answer answer) {
                        change(round, now -> now.answered(run, answer));
                    } else if (reply instanceof DeskReply.Unanswered none) {
                        change(round, now -> now.unanswered(run, none));
                    } else if (reply instanceof DeskReply.Refused refused) {
                        change(round, now -> now.failed(run, refused.message()));
                        over(round);
                    } else if (reply instanceof DeskReply.Done) {
                        change(round, now -> now.done(run));
                        over(round);
                    }
                });
    }

    /** One run has said all it says; when all have, the answer is weighed. */
    private void over(int round) {
        if (pending.merge(round, -1, Integer::sum) == 0) {
            AskRound now = find(round);
            boolean truth = !now.truth().isEmpty();
            String answer = truth ? now.truth() : now.targetAnswer();
            if (!answer.isEmpty()) {
                weigh(round, truth ? Weighing.Kind.TRUTH : Weighing.Kind.TARGET, answer);
            }
        }
        tell();
    }

    /** Has another answer to the question that is seen weighed. */
    public void weigh(Weighing.Kind kind, String answer) {
        if (shown.get() != null && !answer.isBlank()) {
            weigh(shown.get().number(), kind, answer.strip());
        }
    }

    private void weigh(int round, Weighing.Kind kind, String answer) {
        List<AskColumn> runs = find(round).runs();
        for (int i = 0; i < runs.size(); i++) {
            int run = i;
            AskColumn column = runs.get(i);
            if (column.answer() == null) {
                continue;
            }
            Weighing begun = Weighing.waiting(kind, answer, column.at());
            change(round, now -> now.weighing(run, begun));
            question(
                    id -> new DeskCommand.Weigh(
                            id,
                            column.at().folder().path().toString(),
                            column.at().step(),
                            find(round).question(),
                            answer),
                    reply -> {
                        if (!begun.sameAnswer(find(round).weighings().get(run))) {
                            return;
                        }
                        if (reply instanceof DeskReply.Weighed weighed) {
                            change(round, now -> now.weighing(run, begun.weighed(weighed)));
                        } else if (reply instanceof DeskReply.Refused refused) {
                            change(round, now -> now.weighing(run, begun.failed(refused.message())));
                        }
                    });
        }
        tell();
    }

    private void question(LongFunction<DeskCommand> command, Consumer<DeskReply> listener) {
        Set<Long> answered = new HashSet<>();
        long asked = desk.applyAsLong(
                command,
                reply -> thread.execute(() -> {
                    if (reply instanceof DeskReply.Done || reply instanceof DeskReply.Refused) {
                        open.remove(reply.id());
                        answered.add(reply.id());
                    }
                    listener.accept(reply);
                    tell();
                }));
        // A desk that cannot be reached refuses before it has given the number.
        if (!answered.contains(asked)) {
            open.add(asked);
        }
    }

    /** Gives up what is waited for; what was answered stays. */
    public void cancel() {
        for (Wait wait : List.copyOf(waits)) {
            wait.stop.run();
            fail(wait, words.get("given.up"));
        }
        List.copyOf(open).forEach(giveUp::accept);
        tell();
    }

    private AskRound find(int round) {
        return rounds.stream()
                .filter(each -> each.number() == round)
                .findFirst()
                .orElseThrow();
    }

    private void change(int round, UnaryOperator<AskRound> change) {
        AskRound before = find(round);
        AskRound after = change.apply(before);
        rounds.set(rounds.indexOf(before), after);
        if (shown.get() != null && shown.get().number() == round) {
            shown.set(after);
        }
    }

    private void tell() {
        busy.set(!open.isEmpty() || !waits.isEmpty());
    }
}
