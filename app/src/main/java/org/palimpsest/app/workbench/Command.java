package org.palimpsest.app.workbench;

import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/**
 * Something that can be done, from the palette, a menu or by its keys.
 *
 * @param id unique, lower case, dotted ({@code live.pause})
 * @param title for people, in their language
 * @param keys null if it has none
 * @param possible whether it can be done now
 */
public record Command(String id, String title, KeyCombination keys, BooleanSupplier possible, Runnable action) {

    /** A command that can always be done and has no keys. */
    public static Command of(String id, String title, Runnable action) {
        return new Command(id, title, null, () -> true, action);
    }

    /** The same with keys, such as {@code Shortcut+K}. */
    public Command keys(String combination) {
        return new Command(id, title, KeyCombination.valueOf(combination), possible, action);
    }

    /** The same, possible only now and then. */
    public Command when(BooleanSupplier condition) {
        return new Command(id, title, keys, condition, action);
    }
}
