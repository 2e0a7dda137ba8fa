package org.palimpsest.engine.cli;

import org.palimpsest.engine.card.Catalogue;
import picocli.CommandLine.Command;

/** The cards of metrics. */
@Command(
        name = "metrics",
        description =
                "Lists the metrics there are, or shows one: its formula, explanation, settings and what is known of it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest metrics",
            "  palimpsest metrics forget-quality",
            "  palimpsest metrics forget-quality --json"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class MetricsCommand extends CardsCommand {
    MetricsCommand() {
        super("metric", Catalogue.metrics());
    }
}
