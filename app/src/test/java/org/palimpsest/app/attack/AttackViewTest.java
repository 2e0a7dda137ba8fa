package org.palimpsest.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.app.pick.RunPickerModel;
import org.palimpsest.app.worker.RunFeed;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Every attack by its card; what comes of them as curve, table and sentence. */
@DrawsWindow
class AttackViewTest {
    private final AttackWords words = new AttackWords();
    private AttackModel model;
    private ResultsPane results;
    private AttackView view;
    private SettingsFormModel relearning;
    private long sequence;

    @Start
    void show(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        model = new AttackModel(
                (command, listener) -> 1, id -> {}, (run, command) -> {}, Platform::runLater, reason -> {});
        results = new ResultsPane(words, course -> null);
        List<SettingsFormModel> forms =
                Catalogue.attacks().stream().map(SettingsFormModel::of).toList();
        relearning = forms.stream()
                .filter(form -> form.card().id().equals("relearning"))
                .findFirst()
                .orElseThrow();
        ActionBar actions =
                new ActionBar(words, model.job(), new ActionBar.Actions(() -> {}, () -> {}, () -> {}, () -> {}));
        view = new AttackView(
                words,
                new RunPickerModel(FXCollections.observableArrayList(), null, failure -> {}),
                forms,
                actions,
                results);
        relearning.valid().addListener((observed, before, now) -> actions.allow(now, ""));
        actions.allow(true, "");
        model.courses().addListener((ListChangeListener<AttackCourse>) change -> refresh());
        view.card().addListener((observed, before, now) -> refresh());
        refresh();
        stage.setScene(new Scene(view, 1100, 800));
        stage.show();
    }

    private void refresh() {
        AttackCard card = view.card().get();
        results.show(
                card,
                model.courses().stream()
                        .filter(course -> course.attack().equals(card.id()))
                        .toList());
    }

    private RunEvent point(String attack, Subject subject, double x, String label, double probability) {
        return new RunEvent.AttackPoint(
                sequence++,
                Instant.now(),
                48,
                attack,
                attack + "@48-1",
                subject,
                x,
                label,
                Map.of("forget.probability", probability));
    }

    private RunEvent finished(String attack, Subject subject) {
        return new RunEvent.AttackFinished(
                sequence++, Instant.now(), 48, attack, attack + "@48-1", subject, Map.of("target.probability", 0.99));
    }

    private void happens(FxRobot robot, RunEvent... events) {
        robot.interact(() -> model.take(new RunFeed.Update(List.of(events), false)));
    }

    @Test
    void everyCardHasItsPaneAndForm(FxRobot robot) {
        for (Card card : Catalogue.attacks()) {
            robot.interact(() -> robot.lookup("#attack-pane-" + card.id())
                    .queryAs(TitledPane.class)
                    .setExpanded(true));
            card.hyperParameters()
                    .forEach(parameter -> assertThat(robot.lookup("#attack-" + card.id() + "-" + parameter.name())
                                    .tryQuery())
                            .isPresent());
        }
    }

    @Test
    void aSettingOutOfRangeIsToldAtItsFieldAndHoldsTheAttackBack(FxRobot robot) {
        robot.interact(() -> {
            robot.lookup("#attack-pane-relearning").queryAs(TitledPane.class).setExpanded(true);
            robot.lookup("#attack-relearning-samples").queryTextInputControl().setText("0");
        });
        assertThat(robot.lookup("#attack-relearning-samples-hint")
                        .queryLabeled()
                        .getText())
                .isEqualTo("This must be 1 to 100000, but is 0.");
        assertThat(robot.lookup("#attack-start").queryButton().isDisabled()).isTrue();
    }

    @Test
    void curveTableAndSentenceComeFromEvents(FxRobot robot) {
        robot.interact(() -> robot.lookup("#attack-pane-relearning")
                .queryAs(TitledPane.class)
                .setExpanded(true));
        happens(
                robot,
                point("relearning", Subject.REFERENCE, 0, "", 0.01),
                point("relearning", Subject.REFERENCE, 20, "", 0.2),
                finished("relearning", Subject.REFERENCE),
                point("relearning", Subject.UNLEARNED, 0, "", 0.02),
                point("relearning", Subject.UNLEARNED, 20, "", 0.8),
                finished("relearning", Subject.UNLEARNED),
                point("quantisation", Subject.UNLEARNED, 32, "none", 0.02),
                point("quantisation", Subject.UNLEARNED, 4, "nf4", 0.03),
                finished("quantisation", Subject.UNLEARNED));
        assertThat(robot.lookup("#attack-story .verdict").queryLabeled().getText())
                .isEqualTo("Hidden, not gone (step 48)");
        assertThat(robot.lookup("#attack-curves").query().isVisible()).isTrue();
        assertThat(robot.lookup("#attack-courses .check-box")
                        .queryAs(CheckBox.class)
                        .isSelected())
                .isTrue();

        robot.interact(() -> robot.lookup("#attack-pane-quantisation")
                .queryAs(TitledPane.class)
                .setExpanded(true));
        TableView<?> table = robot.lookup("#attack-table").queryTableView();
        assertThat(table.isVisible()).isTrue();
        assertThat(table.getColumns().get(1).getCellData(1)).isEqualTo("0.03");
    }
}
