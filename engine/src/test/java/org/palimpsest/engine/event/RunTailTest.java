package org.palimpsest.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTailTest {
    @TempDir
    Path path;

    private RunFolder folder;
    private RunTail tail;

    @BeforeEach
    void open() {
        folder = new RunFolder(path);
        tail = RunTail.of(folder);
    }

    @Test
    void waitsForALogThatIsNotThereYet() {
        assertThat(tail.next().isEmpty()).isTrue();
    }

    @Test
    void givesEachEventOnce() throws IOException {
        append(line(0));
        tail.next();
        append(line(1));
        assertThat(tail.next().events()).extracting(RunEvent::sequence).containsExactly(1L);
    }

    @Test
    void isEmptyWhenNothingIsNew() throws IOException {
        append(line(0));
        tail.next();
        assertThat(tail.next().isEmpty()).isTrue();
    }

    @Test
    void waitsForTheRestOfALine() throws IOException {
        append(line(0).substring(0, 40));
        assertThat(tail.next().isEmpty()).isTrue();
    }

    @Test
    void givesALineOnceItsRestHasCome() throws IOException {
        append(line(0).substring(0, 40));
        tail.next();
        append(line(0).substring(40));
        assertThat(tail.next().events()).hasSize(1);
    }

    @Test
    void goesOnFromAnOffsetOfBefore() throws IOException {
        append(line(0));
        tail.next();
        append(line(1));
        assertThat(RunTail.of(folder, tail.offset()).next().events())
                .extracting(RunEvent::sequence)
                .containsExactly(1L);
    }

    @Test
    void startsAgainWhenTheLogBecameShorter() throws IOException {
        append(line(0) + line(1));
        tail.next();
        Files.writeString(folder.events(), line(0));
        assertThat(tail.next().rewound()).isTrue();
    }

    @Test
    void letsAHistoryStartAgainWithIt() throws IOException {
        RunHistory history = new RunHistory();
        append(line(0) + line(1));
        history.add(tail.next());
        Files.writeString(folder.events(), line(0));
        history.add(tail.next());
        assertThat(history.events()).extracting(RunEvent::sequence).containsExactly(0L);
    }

    @Test
    void readsALogLargerThanOneCallInOrder() throws IOException {
        int lines = 40_000;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(line(i));
        }
        append(text.toString());
        List<Long> seen = new ArrayList<>();
        for (RunTail.Batch batch = tail.next(); !batch.isEmpty(); batch = tail.next()) {
            batch.events().forEach(event -> seen.add(event.sequence()));
        }
        assertThat(seen).hasSize(lines).isSorted();
    }

    @Test
    void readsALineLargerThanOneBlock() throws IOException {
        append(EventLines.line(new RunEvent.Warned(0, Events.AT, 0, "x".repeat(9 << 20))) + "\n");
        assertThat(tail.next().events()).hasSize(1);
    }

    private static String line(long sequence) {
        return EventLines.line(Events.step(sequence, sequence + 1, 0.5)) + "\n";
    }

    private void append(String text) throws IOException {
        Files.writeString(folder.events(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
