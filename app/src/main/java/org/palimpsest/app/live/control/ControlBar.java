package org.palimpsest.app.live.control;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.live.run.Action;
import org.palimpsest.app.text.Messages;

/** The controls of the chosen run, side by side; what makes no sense now cannot be pressed, and what does not fit waits behind an arrow. */
public final class ControlBar extends ToolBar {
    private static final Map<Action, String> ICONS = Map.of(
            Action.PAUSE, "fth-pause",
            Action.CONTINUE, "fth-play",
            Action.STEP, "fth-skip-forward",
            Action.STOP, "fth-square",
            Action.RESUME, "fth-rotate-cw",
            Action.CHECKPOINT, "fth-save",
            Action.ATTACK, "fth-shield-off",
            Action.FORK, "fth-git-branch",
            Action.RATE, "fth-trending-down",
            Action.ASK, "fth-message-circle");

    private final Controls controls;
    private final Messages words = Messages.of("live");
    private final Map<Action, Button> buttons = new EnumMap<>(Action.class);
    private final MenuButton copy = new MenuButton();

    public ControlBar(Controls controls) {
        this.controls = controls;
        getStyleClass().add("live-controls");
        setId("live-controls");
        for (Action action : Action.values()) {
            buttons.put(action, button(action));
        }
        getItems()
                .addAll(
                        buttons.get(Action.PAUSE),
                        buttons.get(Action.CONTINUE),
                        buttons.get(Action.STEP),
                        buttons.get(Action.STOP),
                        buttons.get(Action.RESUME),
                        new Separator(Orientation.VERTICAL),
                        buttons.get(Action.CHECKPOINT),
                        buttons.get(Action.ATTACK),
                        buttons.get(Action.FORK),
                        buttons.get(Action.RATE),
                        buttons.get(Action.ASK),
                        new Separator(Orientation.VERTICAL),
                        copyMenu());
        controls.anchors(this::anchor);
        update();
    }

    private Button button(Action action) {
        Button button = new Button(words.get(action.key()), new FontIcon(ICONS.get(action)));
        button.setId("live-" + action.name().toLowerCase(java.util.Locale.ROOT));
        button.setMnemonicParsing(false);
        button.setAccessibleText(words.get(action.key()));
        button.setTooltip(new Tooltip(words.get(action.key() + ".tip")));
        button.setOnAction(event -> controls.perform(action));
        return button;
    }

    private MenuButton copyMenu() {
        copy.setText(words.get("copy"));
        copy.setGraphic(new FontIcon("fth-copy"));
        copy.setId("live-copy");
        copy.setAccessibleText(words.get("copy"));
        MenuItem recipe = item("live-copy-recipe", "copy.recipe.this", controls::copyRecipe);
        MenuItem run = item("live-copy-run", "copy.run", controls::copyRun);
        MenuItem last = item("live-copy-last", "copy.last", controls::copyLast);
        copy.getItems().addAll(recipe, run, last);
        copy.setOnShowing(event -> {
            recipe.setDisable(!controls.canCopyRecipe());
            run.setDisable(!controls.canCopyRecipe());
            last.setDisable(!controls.canCopyLast());
        });
        return copy;
    }

    private MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem(words.get(key));
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Looks anew at what makes sense. */
    public void update() {
        boolean continues = controls.possible(Action.CONTINUE);
        boolean resumes = controls.possible(Action.RESUME);
        for (Map.Entry<Action, Button> each : buttons.entrySet()) {
            each.getValue().setDisable(!controls.possible(each.getKey()));
        }
        // One place for what sets the run going or holds it, so that the hand finds it.
        show(Action.CONTINUE, continues);
        show(Action.PAUSE, !continues && !resumes);
        show(Action.RESUME, resumes);
    }

    private void show(Action action, boolean seen) {
        Button button = buttons.get(action);
        boolean focused = button.isFocused();
        button.setVisible(seen);
        button.setManaged(seen);
        if (focused && !seen) {
            buttons.get(action == Action.PAUSE ? Action.CONTINUE : Action.PAUSE).requestFocus();
        }
    }

    /** A button that waits behind the arrow cannot hold a form; the bar does then. */
    private Node anchor(Action action) {
        Button button = buttons.get(action);
        return button.getScene() == getScene() && button.isVisible() ? button : this;
    }
}
