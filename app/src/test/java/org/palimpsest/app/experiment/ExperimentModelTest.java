package org.palimpsest.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.workbench.Background;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Models;
import org.palimpsest.engine.recipe.Recipe;

class ExperimentModelTest {
    private static final String SHARED = "the sets share 2 rows; take them out of one of the two";

    @TempDir
    Path folder;

    private final ExperimentForm form = new ExperimentForm(edit -> {});
    private Consumer<DeskReply> desk;
    private ExperimentModel model;

    /** Everything at once. */
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

    @BeforeEach
    void make() throws IOException {
        Path target = Files.createDirectory(folder.resolve("target"));
        Path forget = Files.writeString(folder.resolve("forget.jsonl"), "{}");
        Path retain = Files.writeString(folder.resolve("retain.jsonl"), "{}");
        form.load(Recipe.of(
                Models.of(target.toString()),
                DataSets.of(DataSource.of(forget.toString()), DataSource.of(retain.toString())),
                MethodChoice.of("npo")));
        Estimates estimates = new Estimates(
                (question, listener) -> {
                    desk = listener;
                    return 1;
                },
                number -> {},
                folder,
                new AtOnce(),
                Runnable::run);
        model = new ExperimentModel(form, estimates, new AtOnce());
        model.check();
    }

    private String saidAtRetainSet() {
        return form.source(DataRole.RETAIN).path().remark().get();
    }

    @Test
    void whatTheDeskRefusesIsToldAtItsField() {
        desk.accept(new DeskReply.Refused(1, SHARED, "/data/retain"));

        assertThat(saidAtRetainSet()).isEqualTo(SHARED);
        assertThat(model.ready()).isFalse();
    }

    @Test
    void itStaysToldWhileNothingChanges() {
        desk.accept(new DeskReply.Refused(1, SHARED, "/data/retain"));
        model.check();

        assertThat(saidAtRetainSet()).isEqualTo(SHARED);
    }

    @Test
    void itIsGoneWithAnotherSet() throws IOException {
        desk.accept(new DeskReply.Refused(1, SHARED, "/data/retain"));
        Path other = Files.writeString(folder.resolve("other.jsonl"), "{}");
        form.source(DataRole.RETAIN).load(DataSource.of(other.toString()));
        model.check();

        assertThat(saidAtRetainSet()).isEmpty();
        assertThat(model.ready()).isTrue();
    }

    @Test
    void aRefusalOfNoFieldIsShownWithoutHinderingTheStart() {
        desk.accept(new DeskReply.Refused(1, "no memory"));

        assertThat(model.estimate().get()).isEqualTo(new DeskReply.Refused(1, "no memory"));
        assertThat(model.ready()).isTrue();
    }
}
