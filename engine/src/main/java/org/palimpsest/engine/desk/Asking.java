package org.palimpsest.engine.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.Generator;
import org.palimpsest.engine.model.NotFiniteException;
import org.palimpsest.engine.model.Sampling;
import org.palimpsest.engine.text.Tokenizer;

/** Lets the models of a run answer a question greedily, with the probability of every token they said. */
final class Asking {
    private final Question question;
    private final Kept kept;

    Asking(Question question, Kept kept) {
        this.question = question;
        this.kept = kept;
    }

    void ask(DeskCommand.Ask ask) throws IOException {
        if (ask.maxNewTokens() < 1) {
            throw new DeskException(
                    "an answer must have room for at least 1 token, but maxNewTokens is " + ask.maxNewTokens());
        }
        RunModels run = RunModels.of(ask.run(), ask.step(), kept);
        int[] prompt = run.encoder().encodePrompt(ask.question());
        for (Map.Entry<Subject, ModelPlace> place : run.places().entrySet()) {
            question.requireWanted();
            try (Kept.Held held = kept.hold(place.getValue())) {
                question.say(answer(ask, place.getKey(), held.model(), run, prompt));
            }
        }
    }

    private DeskReply answer(DeskCommand.Ask ask, Subject subject, DecoderModel model, RunModels run, int[] prompt) {
        Tokenizer tokenizer = run.tokenizer();
        Generator generator =
                new Generator(model, Sampling.GREEDY, tokenizer.stopIds(), tokenizer.sayable(), ask.maxNewTokens());
        int[] said;
        try {
            said = generator.generate(List.of(prompt), new SplittableRandom(0)).get(0);
        } catch (NotFiniteException e) {
            // The other models have answers nevertheless.
            return new DeskReply.Unanswered(ask.id(), subject, run.step(), ask.question(), e.getMessage());
        }
        int[] whole = Arrays.copyOf(prompt, prompt.length + said.length);
        System.arraycopy(said, 0, whole, prompt.length, said.length);
        List<DeskReply.AnswerToken> tokens = new ArrayList<>();
        // The last token an answer has room for lies beyond the context and predicts nothing, so it can be scored too.
        for (Opinion opinion : Opinion.of(model, tokenizer, whole, prompt.length)) {
            tokens.add(new DeskReply.AnswerToken(
                    opinion.id(), Opinion.text(tokenizer, opinion.id()), opinion.probability(), opinion.top()));
        }
        return new DeskReply.Answer(
                ask.id(),
                subject,
                run.step(),
                ask.question(),
                tokenizer.decode(said, true).strip(),
                tokens);
    }
}
