package org.palimpsest.app.live.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.app.chart.curve.MarkKind;
import org.palimpsest.app.live.run.RunMark;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Catalogue;

/** What is said of marks: a word or two on charts, a sentence in the list of events. */
public final class MarkWords {
    private final Messages words = Messages.of("live");

    /** A word or two for a chart. */
    public String brief(RunMark mark) {
        return words.get(mark.kind().key() + ".brief", detail(mark));
    }

    /** A sentence for the list of events. */
    public String full(RunMark mark) {
        return words.get(mark.kind().key(), detail(mark));
    }

    private static String detail(RunMark mark) {
        return mark.kind() == RunMark.Kind.ATTACK
                ? Catalogue.attack(mark.detail()).map(AttackCard::name).orElse(mark.detail())
                : mark.detail();
    }

    /** The marks of a run as they are drawn across its charts. */
    List<CurveSheet.Mark> drawn(Watched run) {
        List<CurveSheet.Mark> drawn = new ArrayList<>();
        for (RunMark mark : run.run().marks()) {
            kind(mark.kind()).ifPresent(kind -> drawn.add(new CurveSheet.Mark(mark.step(), kind, brief(mark))));
        }
        return drawn;
    }

    private static Optional<MarkKind> kind(RunMark.Kind kind) {
        return switch (kind) {
            case PAUSED -> Optional.of(MarkKind.PAUSE);
            case CONTINUED, RESUMED -> Optional.of(MarkKind.RESUME);
            case LEARNING_RATE -> Optional.of(MarkKind.LEARNING_RATE);
            case ATTACK -> Optional.of(MarkKind.ATTACK);
            case FORK, ORIGIN -> Optional.of(MarkKind.FORK);
            case WARNED, FAILED -> Optional.of(MarkKind.WARNING);
            // Ends need no line, and checkpoints happen so often that their lines would hide the curves.
            case CHECKPOINT, STOPPED, FINISHED -> Optional.empty();
        };
    }
}
