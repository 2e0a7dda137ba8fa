package org.palimpsest.sample;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code palimpsest sample unpack}: the shipped texts and models as files. */
@Command(
        name = "unpack",
        description =
                "Writes data sets and models as files, into DIR/texts and DIR/models. Files that are there already and"
                        + " the same are left alone.",
        mixinStandardHelpOptions = true)
final class UnpackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "DIR", description = "Folder to write into; made if absent.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        SampleWorkspace workspace = SampleWorkspace.unpack(folder);
        PrintWriter out = command.root().commandLine().getOut();
        out.println(workspace.texts());
        out.println(workspace.models());
        out.flush();
        return 0;
    }
}
