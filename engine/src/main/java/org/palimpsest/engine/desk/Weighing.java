package org.palimpsest.engine.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

/** Says how probable the models of a run find every token of a given answer, the token that ends it included. */
final class Weighing {
    private final Question question;
    private final Kept kept;

    Weighing(Question question, Kept kept) {
        this.question = question;
        this.kept = kept;
    }

    void weigh(DeskCommand.Weigh weigh) throws IOException {
        RunModels run = RunModels.of(weigh.run(), weigh.step(), kept);
        int[] prompt = run.encoder().encodePrompt(weigh.question());
        int[] whole = run.encoder().format().conversation(run.tokenizer(), weigh.question(), weigh.answer());
        int longest = run.encoder().maxLength();
        if (whole.length > longest) {
            throw new DeskException(
                    "question and answer have %d tokens together, but this run takes at most %d; shorten them, or raise \"maxLength\" in the recipe"
                            .formatted(whole.length, longest));
        }
        int from = Math.max(1, Math.min(prompt.length, whole.length));
        Map<Subject, List<Opinion>> opinions = new EnumMap<>(Subject.class);
        for (Map.Entry<Subject, ModelPlace> place : run.places().entrySet()) {
            question.requireWanted();
            try (Kept.Held held = kept.hold(place.getValue())) {
                opinions.put(place.getKey(), Opinion.of(held.model(), run.tokenizer(), whole, from));
            }
        }
        List<DeskReply.WeighedToken> tokens = new ArrayList<>();
        for (int i = 0; i < whole.length - from; i++) {
            tokens.add(token(run, opinions, i));
        }
        question.say(new DeskReply.Weighed(weigh.id(), run.step(), weigh.question(), tokens));
    }

    private static DeskReply.WeighedToken token(RunModels run, Map<Subject, List<Opinion>> opinions, int place) {
        Map<Subject, List<DeskReply.Share>> top = new EnumMap<>(Subject.class);
        opinions.forEach((subject, all) -> top.put(subject, all.get(place).top()));
        int id = opinions.get(Subject.TARGET).get(place).id();
        return new DeskReply.WeighedToken(
                id,
                Opinion.text(run.tokenizer(), id),
                probability(opinions, Subject.TARGET, place),
                probability(opinions, Subject.UNLEARNED, place),
                probability(opinions, Subject.REFERENCE, place),
                top);
    }

    private static double probability(Map<Subject, List<Opinion>> opinions, Subject subject, int place) {
        List<Opinion> all = opinions.get(subject);
        return all == null ? Double.NaN : all.get(place).probability();
    }
}
