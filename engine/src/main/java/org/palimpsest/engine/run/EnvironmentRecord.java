package org.palimpsest.engine.run;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.tensor.Torch;

/** {@code environment.json}: what the numbers of a run depend on beside its recipe. */
public final class EnvironmentRecord {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private EnvironmentRecord() {}

    static void write(RunFolder folder, Recipe recipe) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(describe());
        all.put("device", recipe.execution().device());
        all.put("threads", Torch.threads());
        AtomicFile.writeString(folder.environment(), JSON.writeValueAsString(all) + "\n");
    }

    /** Versions and machine, by name. */
    public static Map<String, Object> describe() {
        Map<String, Object> all = new LinkedHashMap<>();
        String version = EnvironmentRecord.class.getPackage().getImplementationVersion();
        all.put("palimpsest", version == null ? "from source" : version);
        all.put("libtorch", Torch.version());
        all.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        all.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        all.put("architecture", System.getProperty("os.arch"));
        all.put("processors", Runtime.getRuntime().availableProcessors());
        return all;
    }
}
