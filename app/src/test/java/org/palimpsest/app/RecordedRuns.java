package org.palimpsest.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.palimpsest.app.worker.Workspace;
import org.palimpsest.engine.event.RunFolder;

/** Finished runs of the demonstration, recorded once: what a window has to show without computing anything. */
public final class RecordedRuns {
    private static final List<String> FILES = List.of("recipe.json", "events.jsonl", "scores.json", "environment.json");

    private RecordedRuns() {}

    /** Copies gradient difference and NPO into a workspace, as its first two runs. */
    public static List<RunFolder> into(Workspace workspace) throws IOException {
        return List.of(copy(workspace, "graddiff", "0001-graddiff"), copy(workspace, "npo", "0002-npo"));
    }

    /** Copies one recorded run into a workspace under a name. */
    public static RunFolder copy(Workspace workspace, String recorded, String name) throws IOException {
        Path folder = workspace.runs().resolve(name);
        Files.createDirectories(folder);
        for (String file : FILES) {
            String text = read(recorded + "/" + file)
                    .replace("@SAMPLE@", workspace.sample().toString().replace("\\", "\\\\"));
            Files.writeString(folder.resolve(file), text);
        }
        return new RunFolder(folder);
    }

    private static String read(String name) throws IOException {
        try (InputStream in = RecordedRuns.class.getResourceAsStream("/org/palimpsest/app/recorded/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
