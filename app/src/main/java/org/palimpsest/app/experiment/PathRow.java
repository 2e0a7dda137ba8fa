package org.palimpsest.app.experiment;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.form.SettingField;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.FoundWords;
import org.palimpsest.app.worker.Ingredient;
import org.palimpsest.engine.event.desk.DeskReply;

/** A model or a file of data: typed, taken from the Library or from a chooser; below it, what it is or what is wrong. */
final class PathRow extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final Duration PAUSE = Duration.millis(400);

    private final Workbench workbench;
    private final Stock stock;
    private final SettingField field;
    private final Ingredient.Kind kind;
    private final Messages words = Messages.of("experiment");
    private final FoundWords foundWords = new FoundWords();
    private final TextField text = new TextField();
    private final Label below = new Label();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private String found = "";
    private boolean refused;

    PathRow(Workbench workbench, Stock stock, SettingField field, Ingredient.Kind kind) {
        this.workbench = workbench;
        this.stock = stock;
        this.field = field;
        this.kind = kind;
        String key = field.parameter().name();
        String name = words.get("part." + key);
        getStyleClass().add("setting-row");
        Label label = new Label(name);
        label.setLabelFor(text);
        Tooltip tip = new Tooltip(
                words.has("tip." + key)
                        ? words.get("tip." + key)
                        : field.parameter().meaning());
        tip.setWrapText(true);
        label.setTooltip(tip);
        text.setTooltip(tip);
        text.setId("experiment-" + key);
        text.setAccessibleText(name);
        text.setPromptText(words.get(kind == Ingredient.Kind.MODEL ? "prompt.model" : "prompt.data"));
        text.textProperty().bindBidirectional(field.text());
        text.setOnAction(event -> field.commit());
        text.focusedProperty().addListener((value, before, now) -> {
            if (!now) {
                field.commit();
            }
        });
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(text, library(key, name), browse(key, name), clear(key, name));
        line.getStyleClass().add("setting-line");
        below.setWrapText(true);
        below.setId("experiment-" + key + "-found");
        below.getStyleClass().add("setting-below");
        getChildren().addAll(label, line, below);
        field.text().addListener((value, before, now) -> {
            found = "";
            refused = false;
            show();
            pause.playFromStart();
        });
        field.remark().addListener((value, before, now) -> show());
        pause.setOnFinished(event -> look());
        show();
        look();
    }

    private void look() {
        String path = field.text().get().strip();
        if (path.isEmpty()) {
            return;
        }
        stock.describe(path, reply -> {
            if (Objects.equals(path, field.text().get().strip())) {
                found = foundWords.line(reply);
                boolean other = kind == Ingredient.Kind.MODEL
                        ? reply instanceof DeskReply.DataFound
                        : reply instanceof DeskReply.ModelFound;
                refused = other || reply instanceof DeskReply.Refused;
                show();
            }
        });
    }

    private void show() {
        String remark = field.remark().get();
        boolean wrong = !remark.isEmpty() || refused;
        String words = remark.isEmpty() ? found : remark;
        below.setText(words);
        below.setVisible(!words.isEmpty());
        below.setManaged(!words.isEmpty());
        below.getStyleClass().remove("setting-problem");
        if (wrong) {
            below.getStyleClass().add("setting-problem");
        }
        text.pseudoClassStateChanged(WRONG, wrong);
        text.setAccessibleHelp(words.isEmpty() ? field.parameter().meaning() : words);
    }

    private MenuButton library(String key, String name) {
        MenuButton menu = new MenuButton(null, new FontIcon("fth-book-open"));
        dress(menu, key + "-library", words.get("from-library", name));
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setOnShowing(event -> menu.getItems()
                .setAll(stock.all().stream()
                        .filter(one -> one.kind() == kind)
                        .map(one -> item(one.path()))
                        .toList()));
        // A menu without items does not open.
        menu.disableProperty().bind(javafx.beans.binding.Bindings.isEmpty(stock.all()));
        menu.getItems().add(new MenuItem());
        return menu;
    }

    private MenuItem item(Path path) {
        MenuItem item = new MenuItem(words.get("library.item", path.getFileName(), path.getParent()));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> take(path));
        return item;
    }

    private Button browse(String key, String name) {
        Button button = new Button(null, new FontIcon("fth-folder"));
        dress(button, key + "-browse", words.get("browse", name));
        button.setOnAction(event -> {
            File chosen = kind == Ingredient.Kind.MODEL
                    ? new DirectoryChooser().showDialog(workbench.window().get())
                    : new FileChooser().showOpenDialog(workbench.window().get());
            if (chosen != null) {
                take(chosen.toPath());
            }
        });
        return button;
    }

    /** A button that shows an icon alone says what it does when it is pointed at. */
    private static void dress(ButtonBase button, String id, String said) {
        button.setId("experiment-" + id);
        button.getStyleClass().add(Styles.BUTTON_ICON);
        button.setAccessibleText(said);
        button.setTooltip(new Tooltip(said));
    }

    private Button clear(String key, String name) {
        Button button = new Button(null, new FontIcon("fth-x"));
        dress(button, key + "-clear", words.get("clear", name));
        button.getStyleClass().add(Styles.FLAT);
        button.visibleProperty().bind(field.changed());
        button.setOnAction(event -> field.reset());
        return button;
    }

    private void take(Path path) {
        field.text().set(path.toString());
        field.commit();
    }
}
