package org.palimpsest.app.compare.examples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.ToLongBiFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

/** The examples of one run as they arrive, the worst first. Used on the window's thread. */
public final class ExampleModel {
    private final ToLongBiFunction<LongFunction<DeskCommand>, Consumer<DeskReply>> ask;
    private final LongConsumer cancel;
    private final Executor thread;
    private final List<ExampleRow> all = new ArrayList<>();
    private final ObservableList<ExampleRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ExampleRow> seen = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Verdict only;
    private RunFolder asked;
    private boolean forget = true;
    private long question = -1;
    /** Counts questions, so that replies to one given up are told from those to the next. */
    private int turn;

    /**
     * @param ask asks the desk and gives the question's number
     * @param cancel gives a question up
     * @param thread the window's
     */
    public ExampleModel(
            ToLongBiFunction<LongFunction<DeskCommand>, Consumer<DeskReply>> ask,
            LongConsumer cancel,
            Executor thread) {
        this.ask = ask;
        this.cancel = cancel;
        this.thread = thread;
    }

    /** Asks for a run's examples; what was asked before is given up. */
    public void ask(RunFolder run, boolean ofForgetSet, int limit) {
        giveUp();
        clear();
        asked = run;
        forget = ofForgetSet;
        ask(0, limit);
    }

    /** Asks for all that was not asked for yet; what has arrived stays. */
    public void askForRest() {
        if (!working.get() && left() > 0) {
            ask(all.size(), left());
        }
    }

    private void ask(int from, int limit) {
        String run = asked.path().toString();
        String set = forget ? "forget" : "retain";
        problem.set("");
        working.set(true);
        int mine = ++turn;
        question = ask.applyAsLong(
                id -> new DeskCommand.Examples(id, run, null, set, from, limit),
                reply -> thread.execute(() -> {
                    if (mine == turn) {
                        take(reply);
                    }
                }));
    }

    /** Asks no further; what has arrived stays. */
    public void giveUp() {
        if (working.get()) {
            cancel.accept(question);
            turn++;
            working.set(false);
            share.set(-1);
        }
    }

    /** Forgets everything. */
    public void clear() {
        all.clear();
        rows.clear();
        problem.set("");
        share.set(-1);
    }

    private void take(DeskReply reply) {
        if (reply instanceof DeskReply.Example example) {
            all.add(forget ? ExampleRow.forget(example) : ExampleRow.retain(example));
            arrange();
        } else if (reply instanceof DeskReply.Progress progress) {
            share.set(progress.total() == 0 ? -1 : (double) progress.done() / progress.total());
        } else if (reply instanceof DeskReply.Refused refused) {
            problem.set(refused.message());
            working.set(false);
        } else if (reply instanceof DeskReply.Done) {
            working.set(false);
        }
    }

    private void arrange() {
        rows.setAll(all.stream()
                .filter(row -> only == null || row.verdict() == only)
                .sorted(Comparator.comparingDouble(ExampleRow::badness)
                        .reversed()
                        .thenComparing(row -> row.example().row()))
                .toList());
    }

    /** Shows only the examples of this verdict; null shows all. */
    public void only(Verdict verdict) {
        only = verdict;
        arrange();
    }

    /** How many examples have each verdict. */
    public Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        all.forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
        return counts;
    }

    /** What is shown, the worst first. */
    public ObservableList<ExampleRow> rows() {
        return seen;
    }

    /** How many rows the set has beyond those that have arrived. */
    public int left() {
        return all.isEmpty() ? 0 : all.get(0).example().rows() - all.size();
    }

    /** Whether more may arrive. */
    public ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    /** From 0 to 1; below 0 while it cannot be told. */
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /** Why it was not answered; empty if it was. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }
}
