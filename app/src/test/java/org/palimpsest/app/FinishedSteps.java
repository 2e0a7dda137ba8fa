package org.palimpsest.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.palimpsest.app.chart.box.Exports;
import org.palimpsest.app.chart.curve.CurvePanel;
import org.palimpsest.app.compare.recipe.RecipeDiff;
import org.palimpsest.app.compare.table.RunRow;
import org.palimpsest.app.worker.RunEntry;

/** What is done with runs that have finished, each with the control that a person uses for it. */
final class FinishedSteps {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final WindowHarness window;
    private final Hands hands;

    FinishedSteps(WindowHarness window, Hands hands) {
        this.window = window;
        this.hands = hands;
    }

    /** Takes the losses out of the window: as table, as numbers and as drawing. */
    void export(Path folder, int steps) throws IOException {
        CurvePanel losses = (CurvePanel) window.find("panel-losses");
        hands.press("export", node -> "chart-export".equals(node.getId()) && isIn(node, losses));
        hands.press("chart-export-copy");
        String table =
                WindowHarness.onWindow(() -> Clipboard.getSystemClipboard().getString());
        List<String> rows = table.lines().toList();
        assertThat(rows).hasSize(steps + 1);
        assertThat(rows.get(0)).startsWith("steps\t").contains("total");
        assertThat(rows.get(steps)).startsWith(steps + "\t");
        Path csv = folder.resolve("losses.csv");
        Path svg = folder.resolve("losses.svg");
        WindowHarness.onWindow(() -> {
            Exports.csv(losses, csv);
            Exports.svg(losses, svg);
            return null;
        });
        WindowHarness.await("the files are written", PATIENCE, () -> ends(csv, "\n") && ends(svg, "</svg>"));
        assertThat(Files.readString(csv).lines().map(line -> line.replace(',', '\t')))
                .containsExactlyElementsOf(rows);
        assertThat(svg)
                .content()
                .contains("<svg")
                .contains(losses.titleProperty().get());
    }

    private static boolean isIn(Node node, Node outer) {
        Node here = node;
        while (here != null && here != outer) {
            here = here.getParent();
        }
        return here == outer;
    }

    private static boolean ends(Path file, String end) {
        try {
            return Files.exists(file) && Files.readString(file).endsWith(end);
        } catch (IOException e) {
            return false;
        }
    }

    /** Selects two runs in Compare and looks at what their recipes differ in. */
    void compare(RunEntry one, RunEntry other) {
        hands.press("place-compare");
        hands.press("run " + one.name(), node -> isRow(node, one));
        hands.pressToo("run " + other.name(), node -> isRow(node, other));
        hands.press("compare-tab-recipes");
        WindowHarness.await("their recipes are compared", PATIENCE, () -> !rows().isEmpty());
        List<RecipeDiff.Row> rows = WindowHarness.onWindow(this::rows);
        assertThat(rows)
                .allMatch(row -> !row.values().get(0).equals(row.values().get(1)));
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.pointer()).isEqualTo("/method/id");
            assertThat(row.values()).containsExactlyInAnyOrder("npo", "simnpo");
        });
        assertThat(rows).extracting(RecipeDiff.Row::pointer).noneMatch(pointer -> pointer.startsWith("/data/"));
    }

    private static boolean isRow(Node node, RunEntry entry) {
        return node instanceof TableRow<?> row
                && row.getItem() instanceof RunRow run
                && run.entry().path().equals(entry.path());
    }

    @SuppressWarnings("unchecked")
    private List<RecipeDiff.Row> rows() {
        return window.scene().lookup("#recipe-diff") instanceof TableView<?> table
                ? List.copyOf(((TableView<RecipeDiff.Row>) table).getItems())
                : List.of();
    }

    void ask(String question) {
        hands.press("place-ask");
        hands.write("ask-question", question);
        hands.press("ask-go");
        WindowHarness.await("the answers are judged", PATIENCE, () -> Hands.find("ask-judgement") != null);
    }

    /** Sets another theme and twice the size of the text on the page of preferences. */
    void seeDarkAndLarge() {
        hands.press("rail-page-preferences");
        hands.choose("preference-theme", "dark");
        hands.press("preference-text");
        for (int i = 0; i < 4 && percent() < 200; i++) {
            hands.key(KeyCode.RIGHT);
        }
        assertThat(percent()).isEqualTo(200);
        assertThat(WindowHarness.onWindow(
                        () -> window.scene().getRoot().getPseudoClassStates().toString()))
                .contains("dark");
    }

    private int percent() {
        return window.workbench().preferences().get().textPercent();
    }
}
