package org.palimpsest.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskProcess;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** A desk as a window has it. */
class DeskProcessTest {
    @TempDir
    Path scratch;

    @Test
    void aDeskThatDiesRefusesWhatIsOpenAndNamesItsFolder() throws Exception {
        Path model = TinyWorkspace.in(scratch).folder().resolve("target");
        BlockingQueue<DeskReply> replies = new LinkedBlockingQueue<>();
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        try (DeskProcess desk = new DeskProcess(1, scratch.resolve("desk.log"))) {
            desk.ask(id -> new DeskCommand.Inspect(id, model.toString()), replies::add);
            // It cannot have answered yet: a Java program takes longer to begin. No other test starts programs
            // meanwhile.
            ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .forEach(ProcessHandle::destroyForcibly);
            DeskReply.Refused refused = (DeskReply.Refused) replies.poll(60, TimeUnit.SECONDS);
            assertThat(refused.message())
                    .contains("before it answered about " + model)
                    .contains("ask again");
            desk.ask(id -> new DeskCommand.Inspect(id, model.toString()), replies::add);
            assertThat(replies.poll(60, TimeUnit.SECONDS)).isInstanceOf(DeskReply.ModelFound.class);
        }
    }
}
