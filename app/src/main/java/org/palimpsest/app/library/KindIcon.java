package org.palimpsest.app.library;

import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.worker.ThingKind;

/** Pictures of the kinds of things. */
final class KindIcon {
    private KindIcon() {}

    static FontIcon of(ThingKind kind) {
        return new FontIcon(
                switch (kind) {
                    case MODEL -> "fth-box";
                    case DATA -> "fth-database";
                    case RECIPE -> "fth-file-text";
                    case RUN -> "fth-activity";
                });
    }
}
