package org.palimpsest.app.live.panel;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.live.run.Alarm;
import org.palimpsest.app.text.Messages;

/** The frame around a panel: a menu that exchanges it for another, buttons that enlarge it and give it a window of its own, and what guards say of it. */
final class PanelFrame extends BorderPane {
    private final int number;
    private final SharedAxis axis;
    private final Messages words = Messages.of("live");
    private final AlarmWords alarmWords = new AlarmWords();
    private final Label alarm = new Label("", new FontIcon("fth-alert-triangle"));
    private final Button enlarge = new Button();
    private final Runnable onExchange;
    private final Runnable onEnlarge;
    private final Runnable onTear;
    private LivePanel panel;
    private Shown last;
    private boolean large;
    private boolean torn;

    /** What the frame asks of the grid it stands in. */
    record Wishes(Runnable exchanged, Runnable enlarge, Runnable tear) {}

    PanelFrame(int number, PanelKind kind, SharedAxis axis, Wishes wishes) {
        this.number = number;
        this.axis = axis;
        this.onExchange = wishes.exchanged();
        this.onEnlarge = wishes.enlarge();
        this.onTear = wishes.tear();
        getStyleClass().add("live-panel");
        setId("live-panel-" + number);
        alarm.getStyleClass().add("live-alarm");
        alarm.setWrapText(true);
        alarm.setMaxWidth(Double.MAX_VALUE);
        alarm.setId("live-panel-" + number + "-alarm");
        exchange(kind);
    }

    PanelKind kind() {
        return panel.kind();
    }

    /** Height of text, in pixels. */
    double fontSize() {
        return panel.box().surface().themeProperty().get().fontSize();
    }

    /** Its drawing has the focus. */
    void focus() {
        panel.box().surface().requestFocus();
    }

    /** Shows another kind in this place. */
    void exchange(PanelKind kind) {
        if (panel != null && panel.kind() == kind) {
            return;
        }
        panel = Panels.make(kind, axis);
        panel.box().replaceTitle(chooser(kind));
        panel.box().addLastTool(enlargeButton());
        panel.box().addLastTool(tearButton());
        setCenter(panel.box());
        if (last != null) {
            show(last);
        }
    }

    void show(Shown shown) {
        last = shown;
        panel.show(shown);
        List<Alarm> alarms = shown.chosen() == null
                ? List.of()
                : shown.chosen().guards().alarms().stream()
                        .filter(each -> AlarmWords.panel(each) == panel.kind())
                        .toList();
        StringBuilder text = new StringBuilder();
        alarms.forEach(each -> text.append(text.isEmpty() ? "" : "\n").append(alarmWords.brief(each)));
        if (!alarm.getText().contentEquals(text)) {
            alarm.setText(text.toString());
            alarm.setTooltip(new Tooltip(
                    String.join("\n", alarms.stream().map(alarmWords::sentence).toList())));
        }
        setBottom(text.isEmpty() ? null : alarm);
    }

    /** Says how the frame stands now, which is what its buttons undo. */
    void stands(boolean isLarge, boolean isTorn) {
        large = isLarge;
        torn = isTorn;
        dressEnlarge();
    }

    private MenuButton chooser(PanelKind kind) {
        MenuButton chooser = new MenuButton(words.get(kind.key()));
        chooser.setId("live-panel-" + number + "-kind");
        chooser.getStyleClass().addAll("flat", "live-panel-title");
        chooser.setMnemonicParsing(false);
        chooser.setAccessibleText(words.get("panel.exchange.accessible", number, words.get(kind.key())));
        chooser.setTooltip(new Tooltip(words.get("panel.exchange")));
        for (PanelKind other : PanelKind.values()) {
            MenuItem item = new MenuItem(words.get(other.key()));
            item.setId("live-panel-" + number + "-" + other.name().toLowerCase(java.util.Locale.ROOT));
            item.setOnAction(event -> {
                exchange(other);
                onExchange.run();
            });
            chooser.getItems().add(item);
        }
        return chooser;
    }

    private Button enlargeButton() {
        enlarge.setId("live-panel-" + number + "-enlarge");
        enlarge.getStyleClass().setAll("button", "flat", "button-icon", "small");
        enlarge.setOnAction(event -> onEnlarge.run());
        dressEnlarge();
        return enlarge;
    }

    private void dressEnlarge() {
        enlarge.setGraphic(new FontIcon(large ? "fth-minimize-2" : "fth-maximize-2"));
        String text = words.get(large ? "panel.restore" : "panel.enlarge", number);
        enlarge.setAccessibleText(text);
        enlarge.setTooltip(new Tooltip(text));
        enlarge.setVisible(!torn);
        enlarge.setManaged(!torn);
    }

    private Button tearButton() {
        Button tear = new Button(null, new FontIcon("fth-external-link"));
        tear.setId("live-panel-" + number + "-tear");
        tear.getStyleClass().addAll("flat", "button-icon", "small");
        tear.setOnAction(event -> onTear.run());
        tear.setAccessibleText(words.get("panel.tear"));
        tear.setTooltip(new Tooltip(words.get("panel.tear")));
        return tear;
    }
}
