package org.palimpsest.engine.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether this machine has what the program needs. */
@Command(
        name = "doctor",
        description = "Says whether this machine has what the program needs, and what to do where it does not.",
        footerHeading = "%nExamples:%n",
        footer = {"  palimpsest doctor", "", "The exit status is 1 if something needed is missing."},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Override
    public Integer call() {
        return tell(Checkup.all());
    }

    int tell(List<Finding> findings) {
        boolean well = findings.stream().noneMatch(finding -> finding.state() == Finding.State.MISSING);
        if (output.json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("ready", well);
            document.put("findings", findings);
            output.print(document);
        } else {
            findings.forEach(this::tell);
            output.line("");
            output.line(well ? "Everything needed is there." : "Something needed is missing.");
        }
        return well ? ExitStatus.OK : ExitStatus.FAILED;
    }

    private void tell(Finding finding) {
        String mark =
                switch (finding.state()) {
                    case GOOD -> "ok";
                    case NOTICE -> "note";
                    case MISSING -> "MISSING";
                };
        output.line("%-8s %-20s %s", mark, finding.name(), finding.found());
        if (!finding.advice().isEmpty()) {
            output.line("%-8s %-20s %s", "", "", finding.advice());
        }
    }
}
