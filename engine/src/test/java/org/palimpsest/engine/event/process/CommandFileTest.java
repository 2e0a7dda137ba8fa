package org.palimpsest.engine.event.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunFolder;

class CommandFileTest {
    @TempDir
    Path scratch;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private RunFolder folder;

    @BeforeEach
    void name() {
        folder = new RunFolder(scratch.resolve("run"));
    }

    @Test
    void aCommandReachesWhoeverListens() throws IOException, InterruptedException {
        Files.createDirectories(folder.path());
        try (CommandFile listening = CommandFile.listen(folder, heard::add)) {
            CommandFile.send(folder, new RunCommand.ChangeLearningRate(0.5));
            assertThat(CommandLines.command(next())).isEqualTo(new RunCommand.ChangeLearningRate(0.5));
        }
    }

    @Test
    void theFolderMayBeMadeLater() throws IOException, InterruptedException {
        try (CommandFile listening = CommandFile.listen(folder, heard::add)) {
            Files.createDirectories(folder.path());
            CommandFile.send(folder, new RunCommand.Pause());
            assertThat(CommandLines.command(next())).isEqualTo(new RunCommand.Pause());
        }
    }

    @Test
    void commandsToAnEarlierWorkerAreNotTakenAgain() throws IOException, InterruptedException {
        Files.createDirectories(folder.path());
        CommandFile.send(folder, new RunCommand.Stop());
        try (CommandFile listening = CommandFile.listen(folder, heard::add)) {
            CommandFile.send(folder, new RunCommand.Continue());
            assertThat(CommandLines.command(next())).isEqualTo(new RunCommand.Continue());
        }
    }

    @Test
    void aLineWaitsForItsEnd() throws IOException, InterruptedException {
        Files.createDirectories(folder.path());
        try (CommandFile listening = CommandFile.listen(folder, heard::add)) {
            Files.writeString(folder.commands(), "{\"command\":", StandardOpenOption.CREATE);
            assertThat(heard.poll(200, TimeUnit.MILLISECONDS)).isNull();
            Files.writeString(folder.commands(), "\"pause\"}\n", StandardOpenOption.APPEND);
            assertThat(CommandLines.command(next())).isEqualTo(new RunCommand.Pause());
        }
    }

    private String next() throws InterruptedException {
        String line = heard.poll(120, TimeUnit.SECONDS);
        assertThat(line).as("a command within 120 seconds").isNotNull();
        return line;
    }
}
