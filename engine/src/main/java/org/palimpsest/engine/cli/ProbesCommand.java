package org.palimpsest.engine.cli;

import org.palimpsest.engine.card.Catalogue;
import picocli.CommandLine.Command;

/** The cards of probes. */
@Command(
        name = "probes",
        description =
                "Lists the probes there are, or shows one: its formula, explanation, settings and what is known of it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest probes",
            "  palimpsest probes token-distribution",
            "  palimpsest probes token-distribution --json"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ProbesCommand extends CardsCommand {
    ProbesCommand() {
        super("probe", Catalogue.probes());
    }
}
