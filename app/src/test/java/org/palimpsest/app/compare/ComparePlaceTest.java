package org.palimpsest.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.chart.curve.CurvePanel;
import org.palimpsest.app.chart.pareto.ParetoScatter;
import org.palimpsest.app.compare.table.CompareRow;
import org.palimpsest.app.compare.table.RunRow;
import org.palimpsest.app.shell.WindowStart;
import org.palimpsest.app.shell.Workbenches;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunSelection;
import org.palimpsest.engine.event.EventLog;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.Subject;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** One pass through the place with the keyboard, over three finished runs. */
@DrawsWindow
class ComparePlaceTest {
    private Path workspace;
    private Workbench workbench;
    private ComparePlace place;

    @Start
    void open(Stage stage) throws IOException {
        workspace = Files.createTempDirectory("compare-place");
        run("0001-npo", "npo", 0.1, 0.4);
        run("0002-simnpo", "simnpo", 0.2, 0.9);
        run("0003-graddiff", "graddiff", 0.3, 0.7);
        workbench = Workbenches.make(
                new WindowStart(workspace, false, workspace.resolve("preferences.json"), folder -> List.of()), stage);
        place = new ComparePlace(workbench);
        stage.setScene(new Scene(place.view(), 1280, 800));
        stage.show();
        place.shown();
    }

    private void run(String id, String method, double beta, double quality) throws IOException {
        RunFolder folder = RunFolder.create(workspace.resolve("runs").resolve(id));
        Files.writeString(
                folder.recipe(),
                "{\"name\":\"%s\",\"method\":{\"id\":\"%s\",\"settings\":{\"beta\":%s}},\"training\":{\"seed\":0}}"
                        .formatted(method, method, beta));
        try (EventLog log = EventLog.open(folder)) {
            log.append((n, at) -> new RunEvent.Started(n, at, 0, method, method, 2));
            for (long step = 1; step <= 2; step++) {
                long now = step;
                log.append((n, at) -> new RunEvent.StepDone(n, at, now, Map.of("loss", 2.0 / now), 1e-5, 1, now, now));
                log.append((n, at) -> new RunEvent.Observed(
                        n,
                        at,
                        now,
                        "answer-probability",
                        List.of(
                                new Observation.Value("forget.probability", Subject.UNLEARNED, 1.0 / now),
                                new Observation.Value("retain.probability", Subject.UNLEARNED, quality))));
            }
            log.append((n, at) ->
                    new RunEvent.Scored(n, at, 2, "forget-quality", Subject.UNLEARNED, quality, Map.of(), ""));
            log.append(
                    (n, at) -> new RunEvent.Scored(n, at, 2, "forget-quality", Subject.REFERENCE, 1.0, Map.of(), ""));
            log.append((n, at) -> new RunEvent.Finished(n, at, 2, 1));
        }
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            place.close();
            workbench.runList().close();
            workbench.tasks().close();
        });
    }

    @SuppressWarnings("unchecked")
    private TableView<CompareRow> table() {
        return (TableView<CompareRow>) place.view().lookup("#run-table");
    }

    private static void until(BooleanSupplier fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(fact::getAsBoolean)
                .get());
    }

    private List<String> runs() {
        return table().getItems().stream()
                .filter(RunRow.class::isInstance)
                .map(row -> ((RunRow) row).entry().id())
                .toList();
    }

    private void select(FxRobot robot, String... ids) {
        robot.interact(() -> {
            table().getSelectionModel().clearSelection();
            for (CompareRow row : List.copyOf(table().getItems())) {
                if (row instanceof RunRow run
                        && List.of(ids).contains(run.entry().id())) {
                    table().getSelectionModel().select(row);
                }
            }
            table().requestFocus();
        });
    }

    @Test
    void marksDeletesAndUndoesByKeyboardAndShowsEveryPicture(FxRobot robot) throws TimeoutException {
        until(() -> runs().size() == 3);
        until(() -> place.view().lookup("#compare-overlay") instanceof CurvePanel panel && panel.size() == 3);

        robot.interact(() -> table().getSortOrder()
                .add(table().getColumns().stream()
                        .filter(column -> column.getId().equals("metric:forget-quality"))
                        .findFirst()
                        .orElseThrow()));
        assertThat(runs()).containsExactly("0001-npo", "0003-graddiff", "0002-simnpo");

        select(robot, "0001-npo", "0002-simnpo");
        until(() -> ((CurvePanel) place.view().lookup("#compare-overlay")).size() == 2);
        robot.interact(() -> ((ComboBox<?>) place.view().lookup("#compare-grouping"))
                .getSelectionModel()
                .select(1));
        assertThat(table().getSelectionModel().getSelectedItems()).hasSize(2);
        robot.interact(() -> ((ComboBox<?>) place.view().lookup("#compare-grouping"))
                .getSelectionModel()
                .select(0));
        assertThat(table().getSelectionModel().getSelectedItems()).hasSize(2);
        TabPane tabs = (TabPane) place.view().lookup("#compare-pictures");
        robot.interact(() -> tabs.getSelectionModel().select(3));
        until(() -> ((Label) place.view().lookup("#recipe-said")).getText().startsWith("3 of 4"));
        robot.interact(() -> tabs.getSelectionModel().select(1));
        assertThat(((Label) place.view().lookup("#pareto-said")).getText()).contains("simnpo");

        robot.press(KeyCode.S).release(KeyCode.S);
        assertThat(workbench.runList().marks().get("0001-npo").star()).isTrue();
        assertThat(workspace.resolve("marks.json")).content().contains("0002-simnpo");
        robot.interact(() -> workbench.undo().undo());
        assertThat(workbench.runList().marks().all()).isEmpty();

        select(robot, "0003-graddiff");
        robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
        until(() -> runs().size() == 2);
        assertThat(workspace.resolve("trash").resolve("0003-graddiff")).exists();
        robot.interact(() -> workbench.undo().undo());
        until(() -> runs().size() == 3);

        robot.interact(() -> place.commands().stream()
                .filter(command -> command.id().equals("compare.filter"))
                .findFirst()
                .orElseThrow()
                .action()
                .run());
        robot.write("grad");
        until(() -> runs().equals(List.of("0003-graddiff")));
    }

    @Test
    void aRunIsSelectedInTableAndTradeOffAtOnce(FxRobot robot) throws TimeoutException {
        until(() -> runs().size() == 3);
        robot.interact(() -> ((TabPane) place.view().lookup("#compare-pictures"))
                .getSelectionModel()
                .select(1));
        ParetoScatter scatter = (ParetoScatter) place.view().lookup("#compare-pareto");

        select(robot, "0002-simnpo");
        assertThat(scatter.selectedProperty().get()).isEqualTo("0002-simnpo");
        assertThat(scatter.table().rows()).isGreaterThanOrEqualTo(3);

        robot.interact(() -> scatter.selectedProperty().set("0001-npo"));
        assertThat(table().getSelectionModel().getSelectedItems())
                .extracting(row -> ((RunRow) row).entry().id())
                .containsExactly("0001-npo");

        robot.interact(() -> scatter.selectedProperty().set(null));
        assertThat(table().getSelectionModel().getSelectedItems()).isEmpty();
    }

    @Test
    void opensOnASelection(FxRobot robot) throws TimeoutException {
        until(() -> runs().size() == 3);
        RunFolder wanted = new RunFolder(workspace.resolve("runs").resolve("0002-simnpo"));
        robot.interact(() -> workbench.navigator().open(PlaceId.COMPARE, new RunSelection(List.of(wanted))));
        assertThat(table().getSelectionModel().getSelectedItems())
                .extracting(row -> ((RunRow) row).entry().folder())
                .containsExactly(wanted);
    }
}
