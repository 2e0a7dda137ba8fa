package org.palimpsest.app.shell;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/** The program's sign in the sizes that desktops ask for. */
final class Icons {
    private static final String NAME = "/org/palimpsest/resources/icon/palimpsest-%d.png";

    private Icons() {}

    static List<Image> all() {
        return IntStream.of(16, 32, 48, 128)
                .mapToObj(size ->
                        new Image(Icons.class.getResource(NAME.formatted(size)).toExternalForm(), true))
                .toList();
    }
}
