package org.palimpsest.engine.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;
import org.palimpsest.engine.run.ForkFromDisk;
import org.palimpsest.engine.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins another run at a step of one. */
@Command(
        name = "fork",
        description = {
            "Begins another run from a run as it was at a step.",
            "With the same method it goes on exactly; another method begins with the weights of that step and a fresh optimiser. Steps of which no checkpoint is left are taken again, to the same bits."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest fork runs/npo --at 40 --out runs/npo-gentle --learning-rate 1e-6 --run",
            "  palimpsest fork runs/npo --at 40 --out runs/then-simnpo --method simnpo --set beta=3"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ForkCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private GivenSettings settings;

    @Parameters(paramLabel = "RUN", description = "A run folder.")
    private Path run;

    @Option(names = "--at", required = true, paramLabel = "STEP", description = "Steps finished where the paths part.")
    private long step;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The new run's folder, new or empty.")
    private Path out;

    @Option(names = "--method", paramLabel = "ID", description = "Another method from there on.")
    private String method;

    @Option(names = "--learning-rate", paramLabel = "X", description = "Another peak of the learning rate.")
    private Double learningRate;

    @Option(names = "--run", description = "Go on with the new run at once.")
    private boolean goOn;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunFolder parent = RunFolder.open(run);
        RunFolder forked = ForkFromDisk.at(parent, step, asked(RecipeReader.read(parent.recipe())));
        if (goOn) {
            return new RunDrive(output, forked).drive((control, listener) -> Run.resume(forked, control, listener));
        }
        if (output.json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("run", forked.path().toString());
            document.put("from", parent.path().toString());
            document.put("step", step);
            output.print(document);
        } else {
            output.line("%s", forked.path());
            output.note("go on with \"palimpsest resume %s\"", forked.path());
        }
        return ExitStatus.OK;
    }

    /** The fork as a command. */
    private org.palimpsest.engine.event.RunCommand.Fork asked(Recipe recipe) {
        String id = method == null ? recipe.method().id() : method;
        MethodCard card = Catalogue.method(id)
                .orElseThrow(() -> new IllegalArgumentException("no method is named \"%s\"; there are %s"
                        .formatted(
                                id, Catalogue.methods().stream().map(Card::id).collect(Collectors.joining(", ")))));
        return new org.palimpsest.engine.event.RunCommand.Fork(
                out.toAbsolutePath().toString(), method, settings.values(card), learningRate);
    }
}
