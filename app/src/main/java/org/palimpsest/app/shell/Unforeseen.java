package org.palimpsest.app.shell;

import javafx.application.Platform;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes mistakes of the program seen: they are told like any other error, with their trace, and the window goes on. */
final class Unforeseen {
    private static final Logger LOG = LoggerFactory.getLogger(Unforeseen.class);

    private Unforeseen() {}

    /** Tells whatever is thrown on a thread that does not catch it; called on the window's thread. */
    static void tellIn(Notices notices) {
        Messages words = Messages.of("shell");
        Thread.UncaughtExceptionHandler handler = (thread, thrown) -> {
            LOG.error("On thread {}", thread.getName(), thrown);
            Platform.runLater(() -> notices.error(words.get("unforeseen", String.valueOf(thrown)), thrown));
        };
        Thread.setDefaultUncaughtExceptionHandler(handler);
        Thread.currentThread().setUncaughtExceptionHandler(handler);
    }
}
