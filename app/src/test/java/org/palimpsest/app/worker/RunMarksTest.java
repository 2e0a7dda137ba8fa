package org.palimpsest.app.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMarksTest {
    @TempDir
    Path place;

    private Path file() {
        return place.resolve("marks.json");
    }

    @Test
    void marksOutliveTheProgram() {
        RunMarks.open(file()).set("0001-npo", new RunMark(true, List.of("soft", "best"), "as in the paper"));

        RunMark read = RunMarks.open(file()).get("0001-npo");

        assertThat(read).isEqualTo(new RunMark(true, List.of("best", "soft"), "as in the paper"));
    }

    @Test
    void aRunNobodyMarkedHasNoMark() {
        assertThat(RunMarks.open(file()).get("0001-npo")).isEqualTo(RunMark.NONE);
    }

    @Test
    void anEmptyMarkIsNotKept() throws IOException {
        RunMarks marks = RunMarks.open(file());
        marks.set("0001-npo", RunMark.NONE.withStar(true));
        marks.set("0001-npo", RunMark.NONE);

        assertThat(Files.readString(file())).doesNotContain("0001-npo");
    }

    @Test
    void aBrokenFileIsSetAsideAndSaidSo() throws IOException {
        Files.writeString(file(), "{\"0001-npo\":{\"star\":tr");

        RunMarks marks = RunMarks.open(file());

        assertThat(marks.all()).isEmpty();
        assertThat(marks.problem()).contains("marks.json").contains("marks.json.broken");
        assertThat(place.resolve("marks.json.broken")).exists();
        assertThat(file()).doesNotExist();
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(place.resolve("taken"), "");
        RunMarks marks = RunMarks.open(place.resolve("taken").resolve("marks.json"));

        assertThatThrownBy(() -> marks.set("0001-npo", RunMark.NONE.withStar(true)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("marks.json");
        assertThat(marks.get("0001-npo").star()).isTrue();
    }

    @Test
    void tagsAreSortedAndCountedOnce() {
        RunMarks marks = RunMarks.open(file());
        marks.set("a", RunMark.NONE.withTags(List.of(" soft ", "soft", "")));
        marks.set("b", RunMark.NONE.withTags(List.of("best")));

        assertThat(marks.get("a").tags()).containsExactly("soft");
        assertThat(marks.tags()).containsExactly("best", "soft");
    }
}
