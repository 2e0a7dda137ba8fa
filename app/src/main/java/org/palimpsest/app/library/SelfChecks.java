package org.palimpsest.app.library;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.ToLongBiFunction;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

/** Has the desk look models' folders through, every weight of them, and keeps what came of it. Used on the window's thread. */
final class SelfChecks {
    private final ToLongBiFunction<LongFunction<DeskCommand>, Consumer<DeskReply>> desk;
    private final LongConsumer giveUp;
    private final Executor thread;
    private final ObservableMap<Path, State> states = FXCollections.observableHashMap();
    /** Held, since who listens to it does not keep it alive. */
    private final ObservableMap<Path, State> statesSeen = FXCollections.unmodifiableObservableMap(states);

    private final Map<Path, Asked> open = new HashMap<>();

    /** A question on its way; what is answered to an earlier one of the same folder counts for nothing. */
    private static final class Asked {
        private long number;
    }

    /** How far a folder has been looked through. */
    sealed interface State {

        /** {@code done} of {@code total} parts of {@code subject} are looked at; nothing yet where the subject is empty. */
        record Going(String subject, long done, long total) implements State {}

        record Done(DeskReply.Checked report) implements State {}

        /** It came to no end; {@code words} say why. */
        record Broken(String words) implements State {}
    }

    /**
     * @param desk asks a question and gives its number, usually {@code workbench.desk()::ask}
     * @param giveUp gives a question up by its number
     * @param thread where replies are worked, usually {@code Platform::runLater}
     */
    SelfChecks(
            ToLongBiFunction<LongFunction<DeskCommand>, Consumer<DeskReply>> desk,
            LongConsumer giveUp,
            Executor thread) {
        this.desk = desk;
        this.giveUp = giveUp;
        this.thread = thread;
    }

    /** By folder; what was never looked through is not in it. */
    ObservableMap<Path, State> states() {
        return statesSeen;
    }

    /** Looks a folder through, once more if that has been done; nothing where it is under way. */
    void check(Path folder) {
        if (open.containsKey(folder)) {
            return;
        }
        states.put(folder, new State.Going("", 0, 0));
        Asked asked = new Asked();
        open.put(folder, asked);
        asked.number = desk.applyAsLong(
                id -> new DeskCommand.Check(id, folder.toString()),
                reply -> thread.execute(() -> answered(folder, asked, reply)));
    }

    /** Gives up looking a folder through; what was found before is not kept. */
    void stop(Path folder) {
        Asked asked = open.remove(folder);
        if (asked != null) {
            states.remove(folder);
            giveUp.accept(asked.number);
        }
    }

    private void answered(Path folder, Asked asked, DeskReply reply) {
        if (open.get(folder) != asked) {
            return;
        }
        if (reply instanceof DeskReply.Progress progress) {
            states.put(folder, new State.Going(progress.task(), progress.done(), progress.total()));
        } else if (reply instanceof DeskReply.Checked checked) {
            open.remove(folder);
            states.put(folder, new State.Done(checked));
        } else if (reply instanceof DeskReply.Refused refused) {
            open.remove(folder);
            states.put(folder, new State.Broken(refused.message()));
        }
    }
}
