package org.palimpsest.app.ask;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.pick.RunPickerModel;
import org.palimpsest.app.workbench.Background;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A question from the list, asked, its answers compared, a token looked into: as a person does it, the desk being answered by hand. */
@DrawsWindow
class AskViewTest {
    @TempDir
    static Path folder;

    private final List<DeskCommand> asked = new ArrayList<>();
    private final List<Consumer<DeskReply>> listeners = new ArrayList<>();

    private static final class AtOnce implements Background {
        @Override
        public <T> void compute(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            try {
                done.accept(work.call());
            } catch (Exception e) {
                failed.accept(e);
            }
        }
    }

    @Start
    void show(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        AskWords words = new AskWords();
        AskForm form = new AskForm();
        AskModel model = new AskModel(
                (command, listener) -> {
                    asked.add(command.apply(asked.size() + 1L));
                    listeners.add(listener);
                    return asked.size();
                },
                id -> {},
                (run, written, ended) -> () -> {},
                Platform::runLater);
        ObservableList<RunEntry> entries = FXCollections.observableArrayList(new RunEntry(
                new RunFolder(folder),
                "0001-npo",
                new RunSummary("NPO", "npo", RunSummary.State.FINISHED, 48, 48, 0, List.of()),
                Instant.EPOCH,
                1));
        RunPickerModel run = new RunPickerModel(entries, new AtOnce(), failure -> {});
        RunPickerModel another = new RunPickerModel(entries, new AtOnce(), failure -> {});
        Runnable ask = () -> model.ask(
                form.question().get(),
                form.truth().get(),
                List.of(new AskedRun(new RunAt(new RunFolder(folder), 48L), "NPO")));
        PromptShelf shelf = new PromptShelf(words, model::show, form::take, ask);
        QuestionBar question = new QuestionBar(
                words,
                form,
                run.run().isNotNull(),
                model.busy(),
                new QuestionBar.Actions(ask, model::cancel, () -> {}, () -> {}));
        shelf.offer(new RunPrompts(
                List.of(new Suggestion("Where was she born?", "In Copperlea", Suggestion.Origin.FORGET)),
                List.of(),
                List.of(),
                ""));
        stage.setScene(new Scene(
                new AskView(words, model, run, new BesideBar(words, form.besides(), another), question, shelf),
                1100,
                800));
        stage.show();
    }

    private void reply(int question, DeskReply... replies) {
        for (DeskReply reply : replies) {
            listeners.get(question - 1).accept(reply);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static DeskReply.Answer answer(Subject subject, String... tokens) {
        List<DeskReply.AnswerToken> list = new ArrayList<>();
        for (String token : tokens) {
            list.add(new DeskReply.AnswerToken(
                    token.hashCode(),
                    token,
                    0.9,
                    List.of(
                            new DeskReply.Share(token.hashCode(), token, 0.9),
                            new DeskReply.Share(1, "elsewhere", 0.05))));
        }
        return new DeskReply.Answer(
                1, subject, 48, "Where was she born?", String.join("", tokens).strip(), list);
    }

    @Test
    void aQuestionIsAskedComparedAndLookedInto(FxRobot robot) {
        ListView<?> forget = robot.lookup("#ask-list-forget").queryListView();
        robot.interact(() -> forget.getSelectionModel().select(0));
        assertThat(robot.lookup("#ask-truth").queryAs(TextField.class).getText())
                .isEqualTo("In Copperlea");

        robot.interact(() -> robot.lookup("#ask-go").queryButton().fire());
        reply(
                1,
                answer(Subject.TARGET, "In", " Copperlea"),
                answer(Subject.UNLEARNED, "In", " Wexhollow"),
                answer(Subject.REFERENCE, "In", " Dunvarra"),
                new DeskReply.Done(1));
        assertThat(robot.lookup(".answer-token.added").queryAll())
                .extracting(token -> ((Labeled) token).getText())
                .containsExactly("Wexhollow", "Dunvarra");

        reply(
                2,
                new DeskReply.Weighed(
                        2,
                        48,
                        "Where was she born?",
                        List.of(
                                new DeskReply.WeighedToken(1, "In", 0.99, 0.99, 0.99, Map.of()),
                                new DeskReply.WeighedToken(2, " Copperlea", 0.99, 0.2, 0.001, Map.of()))),
                new DeskReply.Done(2));
        assertThat(robot.lookup(".verdict-line .verdict").queryLabeled().getText())
                .isEqualTo("Hidden, not gone");

        robot.interact(robot.lookup(".answer-token.added").<Button>query()::fire);
        assertThat(robot.lookup("#ask-likely .section-title").queryLabeled().getText())
                .isEqualTo("What might have followed “In”");
    }
}
