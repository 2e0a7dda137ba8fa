package org.palimpsest.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorsTest {
    /** Something to be kept. */
    record Measured(Map<String, Double> values, List<Integer> counts) {}

    private static final Measured VALUE = new Measured(Map.of("a", 1e-300, "b", Double.NaN), List.of(1, 2));

    @TempDir
    Path scratch;

    private final List<String> remarks = new ArrayList<>();
    private final AtomicInteger measured = new AtomicInteger();

    @Test
    void whatIsKeptIsNotMeasuredAgain() {
        assertThat(get(scratch.resolve("anchors"))).isEqualTo(VALUE);
        assertThat(get(scratch.resolve("anchors"))).isEqualTo(VALUE);
        assertThat(measured).hasValue(1);
        assertThat(remarks).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsNoReasonToFail() throws IOException {
        Path inTheWay = Files.writeString(scratch.resolve("file"), "");
        assertThat(get(inTheWay.resolve("anchors"))).isEqualTo(VALUE);
        assertThat(remarks).singleElement().asString().contains("cannot be kept in " + inTheWay.resolve("anchors"));
    }

    @Test
    void aFileThatCannotBeWrittenIsNoReasonToFail() throws IOException {
        Path folder = scratch.resolve("anchors");
        Files.createDirectories(folder.resolve("key.json/in/the/way"));
        assertThat(get(folder)).isEqualTo(VALUE);
        assertThat(measured).hasValue(1);
        assertThat(remarks).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "{\"values\": {}, \"counts\": []}", "{\"sha256\": \"0\", \"value\": 3}"})
    void whatIsDamagedIsMeasuredAgainAndReplaced(String damaged) throws IOException {
        Path folder = scratch.resolve("anchors");
        get(folder);
        Files.writeString(folder.resolve("key.json"), damaged);
        assertThat(get(folder)).isEqualTo(VALUE);
        assertThat(measured).hasValue(2);
        assertThat(remarks).singleElement().asString().contains("measured again");
        assertThat(get(folder)).isEqualTo(VALUE);
        assertThat(measured).hasValue(2);
    }

    @Test
    void aNumberThatWasChangedIsNotTaken() throws IOException {
        Path file = scratch.resolve("anchors/key.json");
        get(scratch.resolve("anchors"));
        Files.writeString(file, Files.readString(file).replace("[1,2]", "[1,3]"));
        assertThat(get(scratch.resolve("anchors"))).isEqualTo(VALUE);
        assertThat(measured).hasValue(2);
    }

    private Measured get(Path folder) {
        return new Anchors(folder, remarks::add).get("key", Measured.class, () -> {
            measured.incrementAndGet();
            return VALUE;
        });
    }
}
