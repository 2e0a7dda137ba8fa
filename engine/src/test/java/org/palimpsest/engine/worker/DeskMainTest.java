package org.palimpsest.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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
import org.palimpsest.engine.event.process.JavaProgram;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** The desk as a process of its own. */
class DeskMainTest {
    @TempDir
    Path scratch;

    @Test
    void questionsAreAnsweredByTheirNumber() throws Exception {
        Path target = TinyWorkspace.in(scratch).folder().resolve("target");
        BlockingQueue<DeskReply> replies = new LinkedBlockingQueue<>();
        try (DeskProcess desk = new DeskProcess(1, scratch.resolve("log"))) {
            long id = desk.ask(number -> new DeskCommand.Inspect(number, target.toString()), replies::add);
            assertThat(replies.poll(120, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(DeskReply.ModelFound.class, found -> {
                        assertThat(found.id()).isEqualTo(id);
                        assertThat(found.layers()).isEqualTo(2);
                    });
            assertThat(replies.poll(120, TimeUnit.SECONDS)).isEqualTo(new DeskReply.Done(id));
        }
    }

    @Test
    void whatWasAskedBeforeTheEndIsAnsweredAndTheProgramEnds() throws Exception {
        Process process =
                JavaProgram.start("org.palimpsest.engine.worker.DeskMain", List.of(), 1, scratch.resolve("log"));
        try (var in = process.outputWriter();
                var out = process.inputReader()) {
            in.write("{\"command\":\"inspect\",\"id\":1,\"path\":\"nowhere\"}\n");
            in.write("{\"command\":\"dance\",\"id\":2}\n");
            in.write("no line at all\n");
            in.close();
            List<String> lines = out.lines().sorted().toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).contains("\"id\":1").contains("there is no file or folder");
            assertThat(lines.get(1)).contains("\"id\":2").contains("dance");
        }
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(scratch.resolve("log"))).contains("no line at all");
    }
}
