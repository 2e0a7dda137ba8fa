package org.palimpsest.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.app.workbench.Notices;
import org.palimpsest.app.workbench.Undo;
import org.palimpsest.app.worker.Inspections;
import org.palimpsest.app.worker.ShelfFile;
import org.palimpsest.engine.event.desk.DeskProcess;
import org.palimpsest.sample.SampleWorkspace;

/** What cannot be used is refused by the real desk with a sentence that says what is wrong, and changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    static Path folder;

    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private SampleWorkspace sample;
    private DeskProcess desk;

    @BeforeAll
    void open() throws IOException {
        sample = SampleWorkspace.unpack(folder.resolve("sample"));
        desk = new DeskProcess(1, folder.resolve("desk.log"));
    }

    @AfterAll
    void close() {
        desk.close();
    }

    private LibraryModel model(Path shelf) {
        return new LibraryModel(
                new ShelfFile(shelf),
                List::of,
                folder.resolve("runs"),
                folder.resolve("sample"),
                FXCollections.observableArrayList(),
                new Inspections(desk::ask, window::add),
                AtOnce.BACKGROUND,
                new Undo(),
                new Notices());
    }

    /** Works the window's thread until nothing is being looked into. */
    private void settle(LibraryModel model) throws InterruptedException {
        while (model.checks().stream().anyMatch(check -> !check.refused())) {
            Runnable next = window.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("an answer within %d s", PATIENCE_SECONDS).isNotNull();
            next.run();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRefusedInASentenceAndChangesNothing(String name, Making made, String said) throws Exception {
        Path at = made.in(Files.createDirectories(folder.resolve("cases").resolve(name)));
        Path shelf = folder.resolve("library-" + name + ".json");
        LibraryModel model = model(shelf);
        model.bring(List.of(at));
        settle(model);
        assertThat(model.checks())
                .singleElement()
                .extracting(Check::words)
                .asString()
                .containsIgnoringCase(said)
                .contains(at.getFileName().toString());
        assertThat(model.items()).isEmpty();
        assertThat(shelf).doesNotExist();
    }

    /** Makes something bad below a folder. */
    @FunctionalInterface
    interface Making {
        Path in(Path folder) throws IOException;
    }

    Stream<Arguments> cases() {
        return Stream.of(
                bad("missing weights", "model.safetensors", at -> model(at, copy -> Files.delete(weights(copy)))),
                bad("truncated header", "header", at -> model(at, copy -> cut(copy, 100))),
                bad("oversized header", "header", at -> model(at, copy -> header(copy, Long.MAX_VALUE / 2))),
                bad("lying header", "", at -> model(at, copy -> cut(copy, Files.size(weights(copy)) - 1000))),
                bad(
                        "wrong shape",
                        "shape",
                        at -> model(
                                at,
                                copy -> replace(
                                        copy, "config.json", "\"hidden_size\"\\s*:\\s*\\d+", "\"hidden_size\": 64"))),
                bad("pickle", "safetensors", at -> Files.writeString(at.resolve("pytorch_model.bin"), "x")),
                bad(
                        "unknown architecture",
                        "Mamba",
                        at -> model(at, copy -> {
                            replace(copy, "config.json", "LlamaForCausalLM", "MambaForCausalLM");
                            replace(
                                    copy,
                                    "config.json",
                                    "\"model_type\"\\s*:\\s*\"llama\"",
                                    "\"model_type\": \"mamba\"");
                        })),
                bad(
                        "broken line",
                        "line 3",
                        at -> Files.writeString(
                                at.resolve("facts.jsonl"),
                                "{\"question\": \"q\", \"answer\": \"a\"}\n{\"question\": \"q\", \n")),
                bad("empty data", "is empty", at -> Files.writeString(at.resolve("nothing.jsonl"), "")),
                bad(
                        "recipe with unknown key",
                        "line 4",
                        at -> Files.writeString(
                                at.resolve("npo.json"),
                                "{\"model\": {\"target\": \"t\"},\n\"data\": {},\n\"method\": {\"id\": \"finetune\"},\n\"epoch\": 3}")),
                bad("folder of nothing", "config.json", at -> Files.createDirectory(at.resolve("größer als 1"))));
    }

    private static Arguments bad(String name, String said, Making made) {
        return Arguments.of(name, made, said);
    }

    @Test
    void aModelInAFolderWithSpacesAndOtherLettersIsTakenIn() throws Exception {
        Path at = model(Files.createDirectories(folder.resolve("größere Modelle")), copy -> {});
        LibraryModel model = model(folder.resolve("library-good.json"));
        model.bring(List.of(at));
        settle(model);
        assertThat(model.items()).extracting(LibraryItem::path).containsExactly(at);
    }

    @Test
    void dataWithoutTheNeededColumnIsTakenInWithAWarning() throws Exception {
        Path at = Files.writeString(folder.resolve("odd.csv"), "colour,answer\nred,1\n");
        LibraryModel model = model(folder.resolve("library-odd.json"));
        model.bring(List.of(at));
        settle(model);
        assertThat(LibraryWords.warnings(((Detail.Found) model.detail().get()).reply()))
                .anyMatch(warning -> warning.contains("question"));
    }

    /** Changes a copy of the sample's model. */
    @FunctionalInterface
    private interface Change {
        void to(Path model) throws IOException;
    }

    private Path model(Path at, Change change) throws IOException {
        Path copy = Files.createDirectory(at.resolve("model copy"));
        try (Stream<Path> files = Files.list(sample.target())) {
            files.forEach(file -> {
                try {
                    Files.copy(file, copy.resolve(file.getFileName()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        change.to(copy);
        return copy;
    }

    private static Path weights(Path model) {
        return model.resolve("model.safetensors");
    }

    private static void cut(Path model, long length) throws IOException {
        byte[] all = Files.readAllBytes(weights(model));
        Files.write(weights(model), java.util.Arrays.copyOf(all, (int) length));
    }

    private static void header(Path model, long length) throws IOException {
        byte[] all = Files.readAllBytes(weights(model));
        ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
        Files.write(weights(model), all);
    }

    private static void replace(Path model, String file, String what, String by) throws IOException {
        Path path = model.resolve(file);
        Files.writeString(path, Files.readString(path, StandardCharsets.UTF_8).replaceAll(what, by));
    }
}
