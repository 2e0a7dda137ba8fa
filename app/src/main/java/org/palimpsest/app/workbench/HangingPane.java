package org.palimpsest.app.workbench;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.PopOver;

/**
 * A pane that hangs on the control it belongs to, in a window of its own. It wears what the window wears: the theme's own look of
 * popovers, since the sheet that the library brings is light in every theme. Escape closes it.
 */
public final class HangingPane extends PopOver {

    /** @param name of the pane, for those who cannot see it */
    public HangingPane(Node content, String name) {
        super(content);
        // Sheets of the root would win over those of the scene, which come from the owner's window.
        getRoot().getStylesheets().clear();
        setTitle(name);
        setDetachable(false);
        setAnimated(false);
        content.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
    }
}
