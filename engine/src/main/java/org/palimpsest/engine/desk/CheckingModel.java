package org.palimpsest.engine.desk;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.Locale;
import org.palimpsest.engine.check.CheckReport;
import org.palimpsest.engine.check.ModelCheck;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

/** Looks a model's folder through. */
final class CheckingModel {
    private final Question question;

    CheckingModel(Question question) {
        this.question = question;
    }

    void check(DeskCommand.Check asked) {
        Path folder = Path.of(asked.path()).toAbsolutePath().normalize();
        CheckReport report = ModelCheck.of(
                folder,
                Device.cpu(),
                (subject, done, total) -> question.say(
                        new DeskReply.Progress(asked.id(), subject.name().toLowerCase(Locale.ROOT), done, total)));
        question.say(new DeskReply.Checked(
                asked.id(),
                folder.toString(),
                report.verdict().name(),
                report.parts().stream()
                        .map(part -> new DeskReply.CheckedPart(
                                part.subject().name(), part.state().name(), part.found()))
                        .toList(),
                report.text()));
    }
}
