package org.palimpsest.app.shell.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.RecordedRuns;
import org.palimpsest.app.WindowHarness;
import org.palimpsest.app.settings.Preferences;
import org.palimpsest.app.shell.page.PageId;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.worker.Workspace;
import org.palimpsest.sample.SampleWorkspace;
import org.testfx.framework.junit5.Start;

/** What must hold of every control of every place and page, whoever built it. */
@DrawsWindow
class SceneGraphTest {
    @TempDir
    private Path folder;

    private Stage stage;
    private WindowHarness window;

    @BeforeAll
    static void words() throws IOException, URISyntaxException {
        BracketedWords.write();
    }

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void open(Preferences preferences) throws IOException {
        Workspace workspace = Workspace.open(folder);
        RecordedRuns.into(workspace);
        SampleWorkspace.unpack(workspace.sample());
        window = WindowHarness.open(folder, stage, preferences);
        WindowHarness.await(
                "the runs are listed",
                java.time.Duration.ofSeconds(120),
                () -> window.workbench().runList().runs().size() == 2);
    }

    /** Looks at every place and page; what is told of a node, and where it stands. */
    private List<String> everywhere(BiPredicate<String, Node> wrong) {
        List<String> found = new ArrayList<>();
        for (PlaceId place : PlaceId.values()) {
            window.go(place);
            look(place.key(), wrong, found);
        }
        for (PageId page : PageId.values()) {
            WindowHarness.onWindow(() -> {
                window.window().turn(page);
                return null;
            });
            WindowHarness.settle();
            look(page.key(), wrong, found);
        }
        return found;
    }

    private void look(String where, BiPredicate<String, Node> wrong, List<String> found) {
        WindowHarness.onWindow(() -> {
            SceneText.seen(window.scene().getRoot()).stream()
                    .filter(node -> wrong.test(where, node))
                    .map(node -> where + ": " + SceneText.where(node) + " \"" + SceneText.name(node)
                            + SceneText.words(node) + "\"")
                    .distinct()
                    .forEach(found::add);
            return null;
        });
    }

    @Test
    void everyControlHasAName() throws IOException {
        open(WindowHarness.usual());
        assertThat(everywhere((where, node) ->
                        isOperated(node) && SceneText.name(node).isBlank()))
                .isEmpty();
    }

    private static boolean isOperated(Node node) {
        boolean kind = node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof Slider
                || node instanceof Spinner<?>
                || node instanceof javafx.scene.control.ListView<?>
                || node instanceof javafx.scene.control.TableView<?>
                || node instanceof javafx.scene.control.TreeView<?>
                || node instanceof javafx.scene.control.ChoiceBox<?>;
        // A spinner's and a box's own field speak through their owner.
        return kind && !(node.getParent() instanceof Spinner<?>) && !(node.getParent() instanceof ComboBoxBase<?>);
    }

    @Test
    void everyTextComesFromABundleOrFromData() throws IOException {
        open(WindowHarness.usual().withLanguage(BracketedWords.LANGUAGE.toLanguageTag()));
        String data = data();
        assertThat(everywhere((where, node) -> !isData(SceneText.words(node), data)))
                .isEmpty();
    }

    /** Every word outside the brackets is one of cards, runs, recipes or the machine. */
    private static boolean isData(String text, String data) {
        return Stream.of(BracketedWords.outside(text).split("[^\\p{L}]+"))
                .filter(word -> word.length() > 2)
                .allMatch(data::contains);
    }

    private String data() throws IOException {
        StringBuilder all = new StringBuilder();
        Path resources = Path.of("..", "resources", "src", "main", "resources", "org", "palimpsest", "resources");
        for (Path root : List.of(resources.resolve("cards"), resources.resolve("licences.json"), folder)) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file ->
                                Files.isRegularFile(file) && !file.toString().endsWith(".safetensors"))
                        .forEach(file -> all.append(file).append('\n').append(text(file)));
            }
        }
        System.getProperties().values().forEach(value -> all.append(value).append('\n'));
        // Names of keys are the toolkit's.
        return all
                + "Ctrl Shift Alt Esc Enter Space Comma Slash Equals Minus Left Right Home End Delete Period NaN GPU";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (java.nio.charset.MalformedInputException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingIsClippedAtTwiceTheTextSize() throws IOException {
        open(WindowHarness.usual().withTextPercent(200));
        assertThat(everywhere((where, node) -> SceneText.isCut(node) || SceneText.isOutside(node)))
                .isEmpty();
    }

    @Test
    void nothingIsClippedAtTheUsualTextSize() throws IOException {
        open(WindowHarness.usual());
        assertThat(everywhere((where, node) -> SceneText.isCut(node) || SceneText.isOutside(node)))
                .isEmpty();
    }
}
