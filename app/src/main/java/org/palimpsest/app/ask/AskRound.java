package org.palimpsest.app.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskReply;

/**
 * One question of the session with what is known of its answers so far. Immutable: every reply makes the next one.
 *
 * @param number counted from 1
 * @param truth the true answer; empty if it is not known
 * @param columns target first, then the runs' models in the order they were asked for, the reference last
 * @param weighings by the place of the run among those asked, from 0
 */
public record AskRound(
        int number, String question, String truth, List<AskColumn> columns, Map<Integer, Weighing> weighings) {

    public AskRound {
        columns = List.copyOf(columns);
        weighings = Map.copyOf(weighings);
    }

    static AskRound of(int number, String question, String truth, List<AskedRun> runs) {
        List<AskColumn> columns = new ArrayList<>();
        AskedRun first = runs.get(0);
        columns.add(AskColumn.waiting(Subject.TARGET, first.at(), first.name()));
        runs.forEach(run -> columns.add(AskColumn.waiting(Subject.UNLEARNED, run.at(), run.name())));
        columns.add(AskColumn.waiting(Subject.REFERENCE, first.at(), first.name()));
        return new AskRound(number, question, truth, columns, Map.of());
    }

    /** The column of a model; empty if the run has no such model. */
    public Optional<AskColumn> column(Subject subject) {
        return columns.stream().filter(column -> column.subject() == subject).findFirst();
    }

    /** The models of runs, without target and reference. */
    public List<AskColumn> runs() {
        return columns.stream()
                .filter(column -> column.subject() == Subject.UNLEARNED)
                .toList();
    }

    /** What the target answered; empty until it did. */
    public String targetAnswer() {
        return column(Subject.TARGET)
                .map(AskColumn::answer)
                .map(DeskReply.Answer::text)
                .orElse("");
    }

    /** Whether some model has still to answer. */
    public boolean isWaiting() {
        return columns.stream().anyMatch(AskColumn::isWaiting);
    }

    /** Takes an answer; target and reference are those of the first run. */
    AskRound answered(int run, DeskReply.Answer answer) {
        return changed(run, answer.subject(), column -> column.answered(answer));
    }

    /** Takes the reason why one model has no answer. */
    AskRound unanswered(int run, DeskReply.Unanswered none) {
        return changed(run, none.subject(), column -> column.failed(none.reason()));
    }

    /** Nothing more comes from a run: a reference that did not answer does not exist. */
    AskRound done(int run) {
        List<AskColumn> left = new ArrayList<>(columns);
        if (run == 0) {
            left.removeIf(column -> column.subject() == Subject.REFERENCE && column.isWaiting());
        }
        return new AskRound(number, question, truth, left, weighings);
    }

    /** Whatever has not come from a run does not come. */
    AskRound failed(int run, String reason) {
        AskRound next = this;
        for (Subject subject : Subject.values()) {
            next = next.changed(run, subject, column -> column.isWaiting() ? column.failed(reason) : column);
        }
        return next;
    }

    AskRound weighing(int run, Weighing weighing) {
        Map<Integer, Weighing> now = new LinkedHashMap<>(weighings);
        now.put(run, weighing);
        return new AskRound(number, question, truth, columns, now);
    }

    private AskRound changed(int run, Subject subject, UnaryOperator<AskColumn> change) {
        if (run > 0 && subject != Subject.UNLEARNED) {
            return this;
        }
        List<AskColumn> now = new ArrayList<>();
        int place = 0;
        for (AskColumn column : columns) {
            boolean meant = column.subject() == subject && (subject != Subject.UNLEARNED || place == run);
            place += column.subject() == Subject.UNLEARNED ? 1 : 0;
            now.add(meant ? change.apply(column) : column);
        }
        return new AskRound(number, question, truth, now, weighings);
    }

    /** Whether the model of a run gave this very answer, apart from case, space and a full stop. */
    public boolean says(int run, String answer) {
        DeskReply.Answer said = runs().get(run).answer();
        return said != null && plain(said.text()).equals(plain(answer));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("[.!]$", "").toLowerCase(Locale.ROOT);
    }
}
