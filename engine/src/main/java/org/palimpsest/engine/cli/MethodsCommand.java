package org.palimpsest.engine.cli;

import org.palimpsest.engine.card.Catalogue;
import picocli.CommandLine.Command;

/** The cards of methods. */
@Command(
        name = "methods",
        description =
                "Lists the ways to unlearn there are, or shows one: its formula, explanation, settings and what is known of it.",
        footerHeading = "%nExamples:%n",
        footer = {"  palimpsest methods", "  palimpsest methods npo", "  palimpsest methods npo --json"},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class MethodsCommand extends CardsCommand {
    MethodsCommand() {
        super("method", Catalogue.methods());
    }
}
