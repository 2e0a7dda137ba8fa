package org.palimpsest.app.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenReadsBack() throws IOException {
        ShelfFile file = new ShelfFile(folder.resolve("library.json"));
        Shelf shelf = Shelf.EMPTY
                .with(new KnownThing(ThingKind.MODEL, folder.resolve("modèle a"), true, "stamp", "{}"))
                .without(folder.resolve("taken out"));
        file.write(shelf);
        assertThat(new ShelfFile(folder.resolve("library.json")).read()).isEqualTo(shelf);
    }

    @Test
    void nothingWrittenIsAnEmptyShelf() throws IOException {
        assertThat(new ShelfFile(folder.resolve("library.json")).read()).isEqualTo(Shelf.EMPTY);
    }

    @Test
    void aBrokenFileIsSetAsideAndNamed() throws IOException {
        Path path = Files.writeString(folder.resolve("library.json"), "{\"things\": [");
        assertThatThrownBy(() -> new ShelfFile(path).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("library.json.broken");
        assertThat(folder.resolve("library.json.broken")).exists();
    }

    @Test
    void aThingAddedAgainIsNoLongerHidden() {
        Path path = folder.resolve("a");
        Shelf shelf = Shelf.EMPTY.without(path).with(new KnownThing(ThingKind.DATA, path, true, "", ""));
        assertThat(shelf.hidden()).isEmpty();
    }
}
