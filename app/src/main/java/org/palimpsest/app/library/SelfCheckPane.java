package org.palimpsest.app.library;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.desk.DeskReply;

/** What looking a model's folder through has come to, or how far it is. */
final class SelfCheckPane extends VBox {
    private final SelfChecks checks;
    private final Consumer<String> copy;
    private final Messages words = Messages.of("library");
    private final Label going = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final HBox underWay;
    private Path folder;

    /** @param copy takes a report that a person wants to have */
    SelfCheckPane(SelfChecks checks, Consumer<String> copy) {
        this.checks = checks;
        this.copy = copy;
        setId("library-check-report");
        getStyleClass().add("library-content");
        Button stop = new Button(words.get("check.stop"), new FontIcon("fth-x"));
        stop.setId("library-self-check-stop");
        stop.setOnAction(event -> checks.stop(folder));
        underWay = new HBox(bar, going, stop);
        underWay.getStyleClass().add("library-looking");
        checks.states().addListener((MapChangeListener<Path, SelfChecks.State>) change -> {
            if (change.getKey().equals(folder)) {
                show();
            }
        });
        show();
    }

    /** Shows what is known of a folder; null for none. */
    void show(Path now) {
        folder = now;
        show();
    }

    private void show() {
        SelfChecks.State state = folder == null ? null : checks.states().get(folder);
        if (state instanceof SelfChecks.State.Going how) {
            going.setText(how(how));
            bar.setProgress(how.total() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) how.done() / how.total());
            if (getChildren().size() != 1 || getChildren().get(0) != underWay) {
                getChildren().setAll(underWay);
            }
        } else if (state instanceof SelfChecks.State.Done done) {
            getChildren().setAll(heading(done.report()), parts(done.report()), copying(done.report()));
        } else if (state instanceof SelfChecks.State.Broken broken) {
            getChildren().setAll(Told.danger(words.get("check.broken"), broken.words()));
        } else {
            getChildren().clear();
        }
        setVisible(state != null);
        setManaged(state != null);
    }

    private String how(SelfChecks.State.Going how) {
        if (how.subject().isEmpty()) {
            return words.get("check.begun");
        }
        return words.get("check.going", subject(how.subject().toUpperCase(Locale.ROOT)), how.done(), how.total());
    }

    private Node heading(DeskReply.Checked report) {
        Label heading = new Label(words.get("check.verdict." + report.verdict()), icon(report.verdict()));
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        return heading;
    }

    private GridPane parts(DeskReply.Checked report) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("library-facts");
        for (int row = 0; row < report.parts().size(); row++) {
            DeskReply.CheckedPart part = report.parts().get(row);
            Label subject = new Label(subject(part.subject()));
            subject.setMinWidth(Region.USE_PREF_SIZE);
            Label state = new Label(words.get("check.state." + part.state()), icon(part.state()));
            state.setMinWidth(Region.USE_PREF_SIZE);
            Label found = new Label(part.found());
            found.setWrapText(true);
            grid.addRow(row, subject, state, found);
        }
        return grid;
    }

    private Button copying(DeskReply.Checked report) {
        Button button = new Button(words.get("check.copy"), new FontIcon("fth-clipboard"));
        button.setId("library-copy-report");
        button.setOnAction(event -> copy.accept(report.text()));
        return button;
    }

    private static FontIcon icon(String state) {
        return new FontIcon(
                switch (state) {
                    case "GOOD" -> "fth-check-circle";
                    case "NOTICE" -> "fth-alert-triangle";
                    case "WRONG" -> "fth-x-octagon";
                    default -> "fth-minus-circle";
                });
    }

    /** A later engine may look at more than this window has words for. */
    private String subject(String id) {
        String key = "check.subject." + id;
        return words.has(key) ? words.get(key) : id.toLowerCase(Locale.ROOT);
    }
}
