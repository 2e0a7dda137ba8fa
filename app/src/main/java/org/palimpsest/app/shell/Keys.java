package org.palimpsest.app.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import org.palimpsest.app.workbench.Command;

/** Gives commands by their keys. A control that has the focus comes first: what it uses up does not reach a command. */
final class Keys {
    private final CommandBook commands;

    private Keys(CommandBook commands) {
        this.commands = commands;
    }

    static void listen(Scene scene, CommandBook commands) {
        Keys keys = new Keys(commands);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> keys.pressed(scene, event));
    }

    private void pressed(Scene scene, KeyEvent event) {
        for (Command command : commands.all()) {
            KeyCombination combination = command.keys();
            if (combination != null
                    && combination.match(event)
                    && !isTyped(scene.getFocusOwner(), combination)
                    && command.possible().getAsBoolean()) {
                event.consume();
                command.action().run();
                return;
            }
        }
    }

    /** Whether the keys write a letter into the text field that has the focus. */
    private static boolean isTyped(Node focused, KeyCombination combination) {
        if (!(focused instanceof TextInputControl) || !(combination instanceof KeyCodeCombination)) {
            return false;
        }
        KeyCodeCombination keys = (KeyCodeCombination) combination;
        boolean plain = keys.getShortcut() != ModifierValue.DOWN
                && keys.getControl() != ModifierValue.DOWN
                && keys.getAlt() != ModifierValue.DOWN
                && keys.getMeta() != ModifierValue.DOWN;
        return plain && !keys.getCode().isFunctionKey() && keys.getCode() != KeyCode.ESCAPE;
    }
}
