package org.palimpsest.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.run.Checkpoint;
import org.palimpsest.engine.tensor.Scopes;

class DeskTest {
    @TempDir
    static Path scratch;

    private static TinyRun run;

    @BeforeAll
    static void prepare() throws Exception {
        run = TinyRun.in(scratch);
    }

    @Test
    void everyQuestionEndsWithOneLastReplyInTheirOrder() throws Exception {
        Replies replies = Replies.to(
                new DeskCommand.Ask(1, run.path(), null, "a?", 3),
                new DeskCommand.Inspect(2, "nowhere"),
                new DeskCommand.Weigh(3, run.path(), null, "a?", "b"));
        assertThat(replies.all().stream()
                        .filter(reply -> reply instanceof DeskReply.Done || reply instanceof DeskReply.Refused)
                        .map(DeskReply::id))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aWaitingQuestionThatIsGivenUpIsNotWorked() throws Exception {
        Replies replies = Replies.to(
                new DeskCommand.Ask(1, run.path(), null, "a?", 3),
                new DeskCommand.Examples(2, run.path(), null, "forget", 0, 6),
                new DeskCommand.Cancel(2));
        assertThat(replies.refusal()).isEqualTo("given up as asked");
        assertThat(replies.of(DeskReply.Example.class)).isEmpty();
    }

    @Test
    void aQuestionAtWorkIsGivenUpBetweenTwoReplies() throws Exception {
        List<DeskReply> replies = new ArrayList<>();
        List<Desk> desks = new ArrayList<>();
        try (Desk desk = new Desk(reply -> {
            replies.add(reply);
            if (reply instanceof DeskReply.Example) {
                desks.get(0).accept(new DeskCommand.Cancel(2));
            }
        })) {
            desks.add(desk);
            desk.accept(new DeskCommand.Examples(2, run.path(), null, "forget", 0, 6));
            desk.end();
            desk.work();
        }
        assertThat(new Replies(replies).of(DeskReply.Example.class)).hasSize(1);
        assertThat(replies).last().isInstanceOf(DeskReply.Refused.class);
    }

    @Test
    void aModelIsReadOnceForTwoQuestions() throws Exception {
        try (Kept kept = new Kept(1 << 30)) {
            try (Kept.Held first = kept.hold(target());
                    Kept.Held second = kept.hold(target())) {
                assertThat(second.model()).isSameAs(first.model());
            }
        }
    }

    @Test
    void aModelThatChangedOnDiskIsReadAgain() throws Exception {
        Path copy = Files.createDirectories(scratch.resolve("copy"));
        for (String name : List.of("config.json", "model.safetensors")) {
            Files.copy(scratch.resolve("target").resolve(name), copy.resolve(name));
        }
        ModelPlace place = new ModelPlace(copy, Optional.empty(), Device.cpu());
        try (Kept kept = new Kept(1 << 30);
                Kept.Held before = kept.hold(place)) {
            Files.setLastModifiedTime(
                    copy.resolve("model.safetensors"), java.nio.file.attribute.FileTime.fromMillis(1_000_000));
            try (Kept.Held after = kept.hold(place)) {
                assertThat(after.model()).isNotSameAs(before.model());
            }
        }
    }

    @Test
    void modelsBeyondTheBudgetAreGivenUp() throws Exception {
        try (Kept kept = new Kept(target().bytes() + 1)) {
            for (Checkpoint checkpoint : Checkpoint.of(run.folder())) {
                kept.hold(new ModelPlace(scratch.resolve("target"), Optional.of(checkpoint), Device.cpu()))
                        .close();
            }
            assertThat(kept.models()).isEqualTo(1);
        }
    }

    @Test
    void aModelInUseIsNotGivenUp() throws Exception {
        try (Kept kept = new Kept(0);
                Kept.Held held = kept.hold(target())) {
            Checkpoint checkpoint = Checkpoint.latest(run.folder()).orElseThrow();
            try (Kept.Held other =
                    kept.hold(new ModelPlace(scratch.resolve("target"), Optional.of(checkpoint), Device.cpu()))) {
                assertThat(held.model().parameters().values().iterator().next().toFloatArray())
                        .hasSameSizeAs(other.model()
                                .parameters()
                                .values()
                                .iterator()
                                .next()
                                .toFloatArray());
            }
        }
    }

    @Test
    void nothingOfAQuestionStaysBehindInNativeMemory() throws Exception {
        Replies.to(new DeskCommand.Ask(1, run.path(), null, "a?", 3));
        long before = Scopes.liveArrays();
        Replies.to(
                new DeskCommand.Ask(1, run.path(), null, "a?", 3),
                new DeskCommand.Weigh(2, run.path(), 2L, "a?", "b"),
                new DeskCommand.Examples(3, run.path(), 4L, "forget", 0, 6));
        assertThat(Scopes.liveArrays()).isEqualTo(before);
    }

    private static ModelPlace target() {
        return new ModelPlace(scratch.resolve("target"), Optional.empty(), Device.cpu());
    }
}
