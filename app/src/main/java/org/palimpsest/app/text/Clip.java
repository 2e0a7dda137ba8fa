package org.palimpsest.app.text;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What was copied, for every program of the desktop to paste. */
public final class Clip {
    private Clip() {}

    /** Copies a text. To be called on the window's thread. */
    public static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
