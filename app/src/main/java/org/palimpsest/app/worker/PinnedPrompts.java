package org.palimpsest.app.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.event.AtomicFile;

/**
 * Prompts a person pinned, in the workspace's {@code pinned.json}: new experiments offer them to the probe that watches the next token
 * of prompts. Every call looks at the file anew, so that places need not tell each other. May be used from any thread.
 */
public final class PinnedPrompts {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    public PinnedPrompts(Workspace workspace) {
        this.file = workspace.root().resolve("pinned.json");
    }

    /**
     * The prompts, the first pinned first.
     *
     * @throws IOException if the file is there but is no JSON array of texts; the message names it and says what to do
     */
    public synchronized List<String> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return List.copyOf(JSON.readValue(file.toFile(), new TypeReference<List<String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "%s holds no JSON array of texts (%s). Mend it, or delete it to begin with none."
                            .formatted(file, e.getOriginalMessage()),
                    e);
        }
    }

    /**
     * Adds a prompt at the end; nothing changes if it is pinned already.
     *
     * @throws IOException if the file cannot be read or written; it is then as it was
     */
    public synchronized void pin(String prompt) throws IOException {
        List<String> prompts = new ArrayList<>(read());
        if (!prompts.contains(prompt)) {
            prompts.add(prompt);
            write(prompts);
        }
    }

    /**
     * Takes a prompt away; nothing changes if it is not pinned.
     *
     * @throws IOException if the file cannot be read or written; it is then as it was
     */
    public synchronized void unpin(String prompt) throws IOException {
        List<String> prompts = new ArrayList<>(read());
        if (prompts.remove(prompt)) {
            write(prompts);
        }
    }

    private void write(List<String> prompts) throws IOException {
        AtomicFile.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(prompts) + "\n");
    }
}
