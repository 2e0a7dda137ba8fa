package org.palimpsest.engine.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.palimpsest.engine.check.CheckReport;
import org.palimpsest.engine.check.ModelCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks a model's folder through before anything is asked of it. */
@Command(
        name = "check",
        description =
                "Looks a model's folder through: files, shapes, values, tokenizer, the perplexity of a known text, and logits beside those of expected.json where there is one.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest model check models/target",
            "",
            "Every weight is looked at, in little memory; the model itself is opened only where it fits in the memory that",
            "is free. expected.json holds {\"input_ids\": [[...], ...], \"logits\": [[[...], ...], ...]}, as another program",
            "computed them. The exit status is 1 if the model cannot be used. With --json: {\"folder\": ..., \"verdict\":",
            "\"GOOD\", \"NOTICE\" or \"WRONG\", \"parts\": [{\"subject\", \"state\", \"found\"}, ...]}."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelCheckCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private Computing computing;

    @Parameters(paramLabel = "DIR", description = "A model folder.")
    private Path folder;

    @Override
    public Integer call() {
        ProgressLine line = ProgressLine.of(output);
        CheckReport report = ModelCheck.of(
                folder,
                computing.open(),
                (subject, done, total) -> line.report(subject.name().toLowerCase(Locale.ROOT), done, total, ""));
        if (output.json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("folder", report.folder());
            document.put("verdict", report.verdict());
            document.put("parts", report.parts());
            output.print(document);
        } else {
            report.text().lines().forEach(told -> output.line("%s", told));
        }
        return report.verdict() == CheckReport.State.WRONG ? ExitStatus.FAILED : ExitStatus.OK;
    }
}
