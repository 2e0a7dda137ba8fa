package org.palimpsest.app.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Background;
import org.palimpsest.app.worker.FolderScan;
import org.palimpsest.app.worker.Inspections;
import org.palimpsest.app.worker.KnownThing;
import org.palimpsest.app.worker.ThingKind;
import org.palimpsest.engine.event.desk.DeskLines;
import org.palimpsest.engine.event.desk.DeskReply;

/** Looks into what a person brings before anything is changed: it is taken, or refused with what is wrong. */
final class Checking {
    private final Background background;
    private final Inspections inspections;
    private final Consumer<KnownThing> taken;
    private final Messages words = Messages.of("library");
    private final ObservableList<Check> checks = FXCollections.observableArrayList();
    /** Held, since who listens to it does not keep it alive. */
    private final ObservableList<Check> checksSeen = FXCollections.unmodifiableObservableList(checks);

    /** @param taken told of everything that can be used */
    Checking(Background background, Inspections inspections, Consumer<KnownThing> taken) {
        this.background = background;
        this.inspections = inspections;
        this.taken = taken;
    }

    ObservableList<Check> checks() {
        return checksSeen;
    }

    void dismiss(Check check) {
        checks.remove(check);
    }

    void check(Path given) {
        Path path = given.toAbsolutePath().normalize();
        checks.removeIf(check -> check.path().equals(path));
        checks.add(0, Check.looking(path));
        background.compute(
                () -> Looked.at(path),
                seen -> {
                    if (seen == null) {
                        refuse(path, words.get("absent", path.toString()), 0);
                    } else if (seen.detail() instanceof Detail.Wrong wrong) {
                        refuse(path, wrong.words(), 0);
                    } else if (seen.detail() != null) {
                        take(new KnownThing(seen.kind(), path, true, seen.stamp(), ""));
                    } else {
                        inspections.inspect(path, reply -> answered(path, seen, reply));
                    }
                },
                failure -> refuse(path, words.get("unreadable", path.toString(), failure.toString()), 0));
    }

    /**
     * What was seen before the desk is asked.
     *
     * @param detail null if the desk must be asked
     */
    private record Looked(ThingKind kind, String stamp, Detail detail) {

        /** Null if there is nothing. */
        static Looked at(Path path) throws IOException {
            if (!Files.exists(path)) {
                return null;
            }
            ThingKind kind = ThingKind.of(path);
            Detail detail =
                    switch (kind) {
                        case RECIPE -> Reading.recipe(path);
                        case RUN -> Reading.run(path);
                        case MODEL, DATA -> null;
                    };
            return new Looked(kind, KnownThing.stampOf(path), detail);
        }
    }

    private void answered(Path path, Looked seen, DeskReply reply) {
        if (reply instanceof DeskReply.Refused refused) {
            background.compute(
                    () -> Files.isDirectory(path) && !Files.exists(path.resolve("config.json"))
                            ? FolderScan.of(path).size()
                            : 0,
                    things -> refuse(path, refused.message(), things),
                    failure -> refuse(path, refused.message(), 0));
        } else {
            ThingKind kind = reply instanceof DeskReply.ModelFound ? ThingKind.MODEL : ThingKind.DATA;
            take(new KnownThing(kind, path, true, seen.stamp(), DeskLines.line(reply)));
        }
    }

    private void take(KnownThing thing) {
        checks.removeIf(check -> check.path().equals(thing.path()));
        taken.accept(thing);
    }

    private void refuse(Path path, String why, int things) {
        checks.replaceAll(check -> check.path().equals(path) ? new Check(path, why, things) : check);
    }
}
