package org.palimpsest.app.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedPromptsTest {
    @TempDir
    Path root;

    private PinnedPrompts pinned;

    @BeforeEach
    void open() {
        pinned = new PinnedPrompts(new Workspace(root));
    }

    @Test
    void areNoneAtFirst() throws IOException {
        assertThat(pinned.read()).isEmpty();
    }

    @Test
    void areKeptInTheOrderOfPinningAndOnlyOnce() throws IOException {
        pinned.pin("Who?");
        pinned.pin("Where?");
        pinned.pin("Who?");
        assertThat(new PinnedPrompts(new Workspace(root)).read()).containsExactly("Who?", "Where?");
    }

    @Test
    void canBeTakenAway() throws IOException {
        pinned.pin("Who?");
        pinned.unpin("Who?");
        assertThat(pinned.read()).isEmpty();
    }

    @Test
    void nameTheFileThatCannotBeUnderstood() throws IOException {
        Files.writeString(root.resolve("pinned.json"), "{");
        assertThatThrownBy(pinned::read).isInstanceOf(IOException.class).hasMessageContaining("pinned.json");
    }
}
