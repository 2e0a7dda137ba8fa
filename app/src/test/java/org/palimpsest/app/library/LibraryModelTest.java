package org.palimpsest.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.workbench.Notices;
import org.palimpsest.app.workbench.Undo;
import org.palimpsest.app.worker.Inspections;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.Shelf;
import org.palimpsest.app.worker.ShelfFile;
import org.palimpsest.app.worker.ThingKind;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary;
import org.palimpsest.engine.event.desk.DeskReply;

class LibraryModelTest {
    @TempDir
    Path folder;

    private final Undo undo = new Undo();
    private final Notices notices = new Notices();
    private final ObservableList<RunEntry> runs = FXCollections.observableArrayList();
    private ShelfFile file;
    private Path facts;
    private LibraryModel model;
    private DeskReply answer;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(folder.resolve("runs"));
        facts = Files.writeString(folder.resolve("data/facts.jsonl"), "{\"question\": \"q\", \"answer\": \"a\"}\n");
        file = new ShelfFile(folder.resolve("library.json"));
        answer = new DeskReply.DataFound(
                1,
                facts.toString(),
                "JSON Lines",
                1,
                List.of("question", "answer"),
                Map.of("question", "question"),
                List.of(Map.of("question", "q", "answer", "a")),
                List.of());
        model = model(List.of());
    }

    private LibraryModel model(List<Path> folders) {
        return new LibraryModel(
                file,
                () -> folders,
                folder.resolve("runs"),
                folder.resolve("sample"),
                runs,
                new Inspections((question, listener) -> listener.accept(answer), Runnable::run),
                AtOnce.BACKGROUND,
                undo,
                notices);
    }

    @Test
    void whatCanBeUsedIsTakenInAndKept() throws IOException {
        model.bring(List.of(facts));
        assertThat(model.items()).extracting(LibraryItem::path).containsExactly(facts);
        assertThat(file.read().things()).singleElement().satisfies(thing -> assertThat(thing.added())
                .isTrue());
    }

    @Test
    void runsThatCameWhileNobodyLookedAreListedForWhoLooks() {
        model.setSeen(false);
        Path run = folder.resolve("runs/0001-npo");
        runs.add(new RunEntry(
                new RunFolder(run),
                "0001-npo",
                new RunSummary("npo", "npo", RunSummary.State.RUNNING, 1, 4, 1, List.of()),
                Instant.EPOCH,
                1));
        assertThat(model.items()).isEmpty();
        model.setSeen(true);
        assertThat(model.items()).extracting(LibraryItem::path).containsExactly(run);
    }

    @Test
    void whatIsTakenInIsShownInFull() {
        model.bring(List.of(facts));
        assertThat(model.detail().get()).isEqualTo(new Detail.Found(answer));
    }

    @Test
    void aRefusalSaysWhyAndChangesNothing() throws IOException {
        answer = new DeskReply.Refused(1, "facts.jsonl, line 1: broken; mend it");
        model.bring(List.of(facts));
        assertThat(model.checks())
                .singleElement()
                .extracting(Check::words)
                .isEqualTo("facts.jsonl, line 1: broken; mend it");
        assertThat(model.items()).isEmpty();
        assertThat(file.read()).isEqualTo(Shelf.EMPTY);
        assertThat(undo.last().get()).isEmpty();
    }

    @Test
    void anAbsentPathIsRefusedWithoutTheDesk() {
        model.bring(List.of(folder.resolve("no such")));
        assertThat(model.checks().get(0).words())
                .contains("There is no file or folder")
                .contains("no such");
    }

    @Test
    void aBrokenRecipeIsRefusedWithLineAndColumn() throws IOException {
        Path recipe = Files.writeString(
                folder.resolve("npo.json"),
                "{\n  \"model\": {\"target\": \"t\"},\n  \"data\": {},\n  \"method\": {\"id\": \"npo\",}\n}");
        model.bring(List.of(recipe));
        assertThat(model.checks().get(0).words()).contains("npo.json").contains("line 4, column");
    }

    @Test
    void takingOutLeavesTheFileAndCanBeUndone() {
        model.bring(List.of(facts));
        model.takeOut(model.items().get(0));
        assertThat(model.items()).isEmpty();
        assertThat(facts).exists();
        undo.undo();
        assertThat(model.items()).extracting(LibraryItem::path).containsExactly(facts);
    }

    @Test
    void whatLiesInAFolderLookedThroughIsThereWithoutBeingBrought() {
        model = model(List.of(folder.resolve("data")));
        model.refresh();
        assertThat(model.items()).extracting(LibraryItem::kind).containsExactly(ThingKind.DATA);
    }

    @Test
    void whatWasTakenOutOfAFolderLookedThroughStaysOut() {
        model = model(List.of(folder.resolve("data")));
        model.refresh();
        model.takeOut(model.items().get(0));
        LibraryModel again = model(List.of(folder.resolve("data")));
        again.refresh();
        assertThat(again.items()).isEmpty();
    }

    @Test
    void whatIsNoLongerThereSaysSo() throws IOException {
        model.bring(List.of(facts));
        Files.delete(facts);
        model.refresh();
        assertThat(model.items())
                .singleElement()
                .extracting(LibraryItem::present)
                .isEqualTo(false);
        assertThat(model.detail().get()).isInstanceOf(Detail.Wrong.class);
    }

    @Test
    void whatWasFoundIsRememberedUntilTheFileChanges() throws IOException {
        model.bring(List.of(facts));
        LibraryModel again = model(List.of());
        again.refresh();
        assertThat(again.items().get(0).found()).contains(answer);
        Files.writeString(facts, "{\"question\": \"another one\", \"answer\": \"a\"}\n");
        again.refresh();
        assertThat(again.items().get(0).found()).isEmpty();
    }

    @Test
    void aFolderOfManyThingsIsOfferedToBeLookedThrough() {
        answer = new DeskReply.Refused(1, "no model folder");
        model.bring(List.of(folder.resolve("data")));
        assertThat(model.checks().get(0).things()).isEqualTo(1);
    }
}
