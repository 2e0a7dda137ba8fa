package org.palimpsest.app.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

/**
 * Keys that stand beside the items of menus. They hold in the whole window for as long as the menu's owner stands in it, seen or not; here those of what
 * is not seen are set aside until it is.
 */
final class MenuKeys {
    private final Map<Node, Map<KeyCombination, Runnable>> aside = new HashMap<>();
    private Set<KeyCombination> own;

    /** Something is about to be hidden, and is the only thing but the window itself that has keys. */
    void hide(Scene scene, Node hidden) {
        Map<KeyCombination, Runnable> keys = new HashMap<>(scene.getAccelerators());
        keys.keySet().removeAll(own);
        aside.put(hidden, keys);
        scene.getAccelerators().keySet().removeAll(keys.keySet());
    }

    /** Something that may have been hidden before is seen. */
    void show(Scene scene, Node seen) {
        scene.getAccelerators().putAll(aside.getOrDefault(seen, Map.of()));
        aside.remove(seen);
    }

    /** What the window has by itself is known before anything is seen in it. */
    void begin(Scene scene) {
        if (own == null) {
            own = Set.copyOf(scene.getAccelerators().keySet());
        }
    }
}
