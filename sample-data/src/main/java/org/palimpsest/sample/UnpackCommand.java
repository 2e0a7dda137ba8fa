package org.palimpsest.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.palimpsest.engine.cli.Output;
import org.palimpsest.engine.cli.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code palimpsest sample unpack}: the shipped texts and models as files. */
@Command(
        name = "unpack",
        description =
                "Writes data sets and models as files, into DIR/texts and DIR/models. Files that are there already and"
                        + " the same are left alone.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class UnpackCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(paramLabel = "DIR", description = "Folder to write into; made if absent.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        SampleWorkspace workspace = SampleWorkspace.unpack(folder);
        if (output.json()) {
            output.print(Map.of(
                    "texts", workspace.texts().toString(),
                    "models", workspace.models().toString()));
        } else {
            output.line("%s%n%s", workspace.texts(), workspace.models());
        }
        return 0;
    }
}
