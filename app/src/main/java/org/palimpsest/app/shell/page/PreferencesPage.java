package org.palimpsest.app.shell.page;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.palimpsest.app.settings.Preferences;
import org.palimpsest.app.settings.Preferences.Theme;
import org.palimpsest.app.settings.PreferencesFile;
import org.palimpsest.app.text.ChoiceText;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Workbench;

/** What a person prefers; every change holds at once and is written at once. */
public final class PreferencesPage extends VBox {
    private static final List<String> LANGUAGES = List.of("", "en", "de");
    private static final List<String> DEVICES = List.of("cpu", "cuda");
    private static final int MOST_THREADS = 256;

    private final Messages words = Messages.of("shell");
    private final PreferencesFile file;
    private final Runnable openAgain;
    private final Label again = new Label();
    private final Button againNow = new Button();
    private final HBox againRow = new HBox(again, againNow);
    private final Preferences opened;

    /** @param openAgain closes the window and opens it anew, for what only holds from then on */
    public PreferencesPage(Workbench workbench, Runnable openAgain) {
        this.file = workbench.preferences();
        this.openAgain = openAgain;
        this.opened = file.get();
        getChildren().addAll(looks(), againRow(), computing(), folders(workbench));
        file.property().addListener((value, before, now) -> showAgain());
        showAgain();
    }

    private void change(UnaryOperator<Preferences> change) {
        file.change(change);
    }

    private GridPane looks() {
        GridPane grid = grid();
        ComboBox<Theme> theme = choice(List.of(Theme.values()), value -> words.get("theme." + lower(value)));
        theme.setValue(file.get().theme());
        theme.setOnAction(event -> change(now -> now.withTheme(theme.getValue())));
        file.property().addListener((value, before, now) -> theme.setValue(now.theme()));
        SettingRow.add(grid, "theme", theme, theme);
        Slider size = new Slider(75, 300, file.get().textPercent());
        size.setBlockIncrement(25);
        size.setMajorTickUnit(25);
        size.setMinorTickCount(0);
        size.setSnapToTicks(true);
        Label percent = new Label();
        percent.setMinWidth(Region.USE_PREF_SIZE);
        Consumer<Preferences> shown = now -> percent.setText(words.get("status.percent", now.textPercent()));
        shown.accept(file.get());
        // While it is dragged, text under the pointer would move away from it.
        size.valueChangingProperty().addListener((value, before, now) -> {
            if (!now) {
                change(preferences -> preferences.withTextPercent((int) Math.round(size.getValue())));
            }
        });
        size.valueProperty().addListener((value, before, now) -> {
            if (!size.isValueChanging()) {
                change(preferences -> preferences.withTextPercent((int) Math.round(now.doubleValue())));
            }
        });
        file.property().addListener((value, before, now) -> {
            shown.accept(now);
            size.setValue(now.textPercent());
        });
        HBox sizeRow = row(size, percent);
        HBox.setHgrow(size, Priority.ALWAYS);
        SettingRow.add(grid, "text", sizeRow, size);
        CheckBox still = new CheckBox();
        still.setSelected(file.get().reducedMotion());
        still.setOnAction(event -> change(now -> now.withReducedMotion(still.isSelected())));
        SettingRow.add(grid, "motion", still, still);
        ComboBox<String> language = choice(LANGUAGES, this::language);
        language.setValue(file.get().language());
        language.setOnAction(event -> change(now -> now.withLanguage(language.getValue())));
        SettingRow.add(grid, "language", language, language);
        return grid;
    }

    private GridPane computing() {
        GridPane grid = grid();
        Spinner<Integer> threads = new Spinner<>(0, MOST_THREADS, file.get().threads());
        threads.setEditable(true);
        threads.getValueFactory().setConverter(new WholeNumber(threads.getValueFactory()::getValue, MOST_THREADS));
        threads.valueProperty().addListener((value, before, now) -> change(all -> all.withThreads(now)));
        SettingRow.add(grid, "threads", threads, threads);
        ComboBox<String> device = choice(DEVICES, value -> words.get("device." + value));
        device.setValue(file.get().device());
        device.setOnAction(event -> change(now -> now.withDevice(device.getValue())));
        SettingRow.add(grid, "device", device, device);
        return grid;
    }

    private Region folders(Workbench workbench) {
        return new FolderSettings(workbench);
    }

    private Region againRow() {
        againRow.getStyleClass().add("again-row");
        again.setWrapText(true);
        againNow.setId("preference-again");
        againNow.setText(words.get("preferences.again.now"));
        againNow.setMinWidth(Region.USE_PREF_SIZE);
        againNow.setOnAction(event -> openAgain.run());
        again.setText(words.get("preferences.again"));
        return againRow;
    }

    private void showAgain() {
        boolean needed = !opened.language().equals(file.get().language())
                || !opened.workspace().equals(file.get().workspace());
        againRow.setVisible(needed);
        againRow.setManaged(needed);
    }

    private String language(String tag) {
        return tag.isEmpty()
                ? words.get("language.system")
                : Locale.forLanguageTag(tag).getDisplayLanguage(Locale.forLanguageTag(tag));
    }

    private static String lower(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    private static HBox row(Region... controls) {
        HBox row = new HBox(controls);
        row.getStyleClass().add("setting-row");
        return row;
    }

    static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("setting-grid");
        ColumnConstraints second = new ColumnConstraints();
        second.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), second);
        return grid;
    }

    private static <T> ComboBox<T> choice(List<T> values, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setConverter(ChoiceText.of(name));
        return box;
    }
}
