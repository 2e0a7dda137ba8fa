package org.palimpsest.engine.cli;

import org.palimpsest.engine.card.Catalogue;
import picocli.CommandLine.Command;

/** The cards of attacks. */
@Command(
        name = "attacks",
        description =
                "Lists the attacks there are, or shows one: its formula, explanation, settings and what is known of it.",
        footerHeading = "%nExamples:%n",
        footer = {"  palimpsest attacks", "  palimpsest attacks relearning", "  palimpsest attacks relearning --json"},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AttacksCommand extends CardsCommand {
    AttacksCommand() {
        super("attack", Catalogue.attacks());
    }
}
