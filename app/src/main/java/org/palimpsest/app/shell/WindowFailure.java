package org.palimpsest.app.shell;

import java.util.Locale;

/** No window could be opened; the message says why and what to do. */
public final class WindowFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private WindowFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Puts what JavaFX threw on starting into a sentence. */
    static WindowFailure of(Throwable thrown) {
        String said = said(thrown);
        if (said.contains("open DISPLAY")) {
            return new WindowFailure(
                    "The display %s cannot be opened. Check that its X server runs and lets this user in."
                            .formatted(System.getenv().getOrDefault("DISPLAY", "")),
                    thrown);
        }
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        String advice = linux ? """

                  The window needs GTK 3, OpenGL and X11 libraries:
                    Debian, Ubuntu:  sudo apt-get install libgtk-3-0 libgl1 libx11-6 libxtst6 libxxf86vm1
                    Fedora:          sudo dnf install gtk3 mesa-libGL libX11 libXtst libXxf86vm
                  Every command works without them; palimpsest --help lists them.""" : "";
        return new WindowFailure("The window cannot be opened (" + said + ")." + advice, thrown);
    }

    /** The window was about to open, but its workspace or preferences were in the way. */
    static WindowFailure within(Throwable thrown) {
        return new WindowFailure("The window cannot be opened: " + said(thrown), thrown);
    }

    /** The words of the innermost cause that has any. */
    private static String said(Throwable thrown) {
        String said = thrown.toString();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                said = cause.getMessage();
            }
        }
        return said;
    }
}
