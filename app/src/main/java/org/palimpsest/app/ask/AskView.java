package org.palimpsest.app.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.palimpsest.app.pick.RunPicker;
import org.palimpsest.app.pick.RunPickerModel;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskReply;

/** Questions at the left; at the right what is asked of whom, and what they said. */
final class AskView extends BorderPane {
    private final AskWords words;
    private final AskModel model;
    private final Label hint = new Label();
    private final Label problem = new Label();
    private final CardRow cards = new CardRow();
    private final JudgementPane judgement;
    private final WeighPane weigh;
    private final LikelyTokens likely;
    private int seen;

    AskView(
            AskWords words,
            AskModel model,
            RunPickerModel run,
            BesideBar beside,
            QuestionBar question,
            PromptShelf shelf) {
        this.words = words;
        this.model = model;
        this.judgement = new JudgementPane(words);
        this.likely = new LikelyTokens(words);
        this.weigh = new WeighPane(words, model::weigh, this::pickWeighed);
        getStyleClass().add("ask");
        hint.setText(words.get("hint"));
        hint.setWrapText(true);
        hint.managedProperty().bind(hint.visibleProperty());
        hint.visibleProperty().bind(model.shown().isNull());
        problem.setWrapText(true);
        problem.getStyleClass().add("trouble");
        problem.managedProperty().bind(problem.visibleProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        judgement.setVisible(false);
        weigh.setVisible(false);
        weigh.setManaged(false);
        VBox content =
                new VBox(new RunPicker(run, "ask"), beside, question, problem, hint, cards, judgement, weigh, likely);
        content.getStyleClass().add("content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        SplitPane split = new SplitPane(shelf, scroll);
        split.setDividerPositions(0.24);
        SplitPane.setResizableWithParent(shelf, false);
        setCenter(split);
        model.shown().addListener((observed, before, now) -> show(now));
    }

    void problem(String text) {
        problem.setText(text);
    }

    private void show(AskRound round) {
        if (round.number() != seen) {
            likely.clear();
        }
        seen = round.number();
        List<String> target = round.column(Subject.TARGET)
                .map(AskColumn::answer)
                .map(AskView::tokens)
                .orElse(null);
        List<AnswerCard> columns = new ArrayList<>();
        int run = 0;
        for (AskColumn column : round.columns()) {
            List<String> other = column.answer() == null
                    ? List.of()
                    : target == null || column.subject() == Subject.TARGET ? tokens(column.answer()) : target;
            String odds = odds(round, column, run);
            run += column.subject() == Subject.UNLEARNED ? 1 : 0;
            columns.add(new AnswerCard(words, column, other, odds, index -> pickAnswered(column, index)));
        }
        cards.show(columns);
        judgement.show(round);
        weigh.show(round);
    }

    private static List<String> tokens(DeskReply.Answer answer) {
        return answer.tokens().stream().map(DeskReply.AnswerToken::text).toList();
    }

    private String odds(AskRound round, AskColumn column, int run) {
        Weighing weighing = round.weighings().get(column.subject() == Subject.UNLEARNED ? run : 0);
        if (weighing == null || weighing.tokens().isEmpty()) {
            return "";
        }
        AnswerOdds odds = weighing.odds();
        double value =
                switch (column.subject()) {
                    case TARGET -> odds.target();
                    case UNLEARNED -> odds.now();
                    case REFERENCE -> odds.reference();
                };
        return words.get("card.odds." + weighing.kind().name().toLowerCase(Locale.ROOT), words.figure(value));
    }

    /** A token of an answer: what else that model might have said there. */
    private void pickAnswered(AskColumn column, int index) {
        DeskReply.AnswerToken token = column.answer().tokens().get(index);
        likely.show(
                before(tokens(column.answer()), index),
                List.of(new LikelyTokens.Group(words.title(column), token.top(), token.id())));
    }

    /** A token of the weighed answer: what each of the three models would have said there. */
    private void pickWeighed(int index) {
        Weighing weighing = weigh.shown();
        DeskReply.WeighedToken token = weighing.tokens().get(index);
        Map<Subject, String> names = new LinkedHashMap<>();
        names.put(Subject.TARGET, words.get("column.target"));
        names.put(
                Subject.UNLEARNED,
                model.shown().get().runs().stream()
                        .filter(column -> column.at().equals(weighing.at()))
                        .findFirst()
                        .map(words::title)
                        .orElse(""));
        names.put(Subject.REFERENCE, words.get("column.reference"));
        likely.show(
                before(
                        weighing.tokens().stream()
                                .map(DeskReply.WeighedToken::text)
                                .toList(),
                        index),
                names.entrySet().stream()
                        .filter(name -> token.top().containsKey(name.getKey()))
                        .map(name -> new LikelyTokens.Group(
                                name.getValue(), token.top().get(name.getKey()), token.id()))
                        .toList());
    }

    private static String before(List<String> tokens, int index) {
        return String.join("", tokens.subList(0, index));
    }
}
