package org.palimpsest.app.live.side;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.palimpsest.app.live.panel.MarkWords;
import org.palimpsest.app.live.panel.Shown;
import org.palimpsest.app.live.run.RunMark;
import org.palimpsest.app.text.Messages;

/** What happened to the chosen run, the newest last. Choosing an event takes all panels to its step. */
final class EventList extends ListView<RunMark> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

    private final Messages words = Messages.of("live");
    private final MarkWords markWords = new MarkWords();

    EventList(LongConsumer go) {
        setId("live-events");
        setAccessibleText(words.get("events"));
        getStyleClass().addAll("dense", "live-events");
        setPlaceholder(new Label(words.get("events.none")));
        setCellFactory(list -> new Cell());
        setOnMouseClicked(event -> go(go));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(go);
                event.consume();
            }
        });
    }

    private void go(LongConsumer go) {
        RunMark mark = getSelectionModel().getSelectedItem();
        if (mark != null) {
            go.accept(mark.step());
        }
    }

    void show(Shown now) {
        List<RunMark> marks =
                now.chosen() == null ? List.of() : now.chosen().run().marks();
        if (marks.equals(getItems())) {
            return;
        }
        boolean more = marks.size() > getItems().size()
                && marks.subList(0, getItems().size()).equals(getItems());
        if (more) {
            getItems().addAll(List.copyOf(marks.subList(getItems().size(), marks.size())));
        } else {
            getItems().setAll(marks);
        }
        scrollTo(getItems().size() - 1);
    }

    /** An event in a line or several. */
    private final class Cell extends ListCell<RunMark> {
        Cell() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(RunMark mark, boolean empty) {
            super.updateItem(mark, empty);
            setText(empty ? null : words.get("event", mark.step(), markWords.full(mark), TIME.format(mark.at())));
        }
    }
}
