package org.palimpsest.engine.event.desk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;

/** What a desk says, one JSON object a line; {@code id} is the question's number. Every question ends with one {@link Done} or {@link Refused}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "reply")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DeskReply.ModelFound.class, name = "model"),
    @JsonSubTypes.Type(value = DeskReply.DataFound.class, name = "data"),
    @JsonSubTypes.Type(value = DeskReply.Checked.class, name = "checked"),
    @JsonSubTypes.Type(value = DeskReply.Estimated.class, name = "estimated"),
    @JsonSubTypes.Type(value = DeskReply.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = DeskReply.Unanswered.class, name = "unanswered"),
    @JsonSubTypes.Type(value = DeskReply.Weighed.class, name = "weighed"),
    @JsonSubTypes.Type(value = DeskReply.Example.class, name = "example"),
    @JsonSubTypes.Type(value = DeskReply.Happened.class, name = "happened"),
    @JsonSubTypes.Type(value = DeskReply.Forked.class, name = "forked"),
    @JsonSubTypes.Type(value = DeskReply.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = DeskReply.Done.class, name = "done"),
    @JsonSubTypes.Type(value = DeskReply.Refused.class, name = "refused")
})
public sealed interface DeskReply {
    long id();

    /**
     * A model's folder.
     *
     * @param parameters number of weights, tied ones counted once
     * @param weightType element type of the file ({@code BF16})
     * @param bytes size of the weight files
     * @param warnings what a person should know before using it
     */
    record ModelFound(
            long id,
            String path,
            String architecture,
            long parameters,
            int layers,
            int hiddenSize,
            int vocabularySize,
            int contextLength,
            String weightType,
            long bytes,
            String tokenizer,
            List<String> warnings)
            implements DeskReply {}

    /**
     * A file of data.
     *
     * @param columns names in the file
     * @param fields which column serves as which of the engine's fields ({@code question} → {@code q})
     * @param sample the first rows, by column
     * @param warnings what a person should know before using it
     */
    record DataFound(
            long id,
            String path,
            String format,
            long rows,
            List<String> columns,
            Map<String, String> fields,
            List<Map<String, String>> sample,
            List<String> warnings)
            implements DeskReply {}

    /**
     * What looking a model's folder through came to.
     *
     * @param verdict {@code GOOD}, {@code NOTICE} or {@code WRONG}: the worst state of any part
     * @param text the whole as a few lines to be copied
     */
    record Checked(long id, String path, String verdict, List<CheckedPart> parts, String text) implements DeskReply {}

    /**
     * One thing that was looked at.
     *
     * @param subject {@code CONFIGURATION}, {@code FILES}, {@code SHAPES}, {@code VALUES}, {@code TOKENIZER}, {@code TEXT} or
     *     {@code EXPECTED}
     * @param state {@code GOOD}, {@code NOTICE}, {@code WRONG} or {@code LEFT_OUT}
     * @param found a sentence
     */
    record CheckedPart(String subject, String state, String found) {}

    /**
     * What a recipe takes.
     *
     * @param workerBytes memory of the worker at its greatest
     * @param diskBytes of checkpoints and log
     * @param secondsPerStep from this machine's measured speed of matrix products
     * @param notes what the figures rest on
     */
    record Estimated(
            long id,
            long workerBytes,
            long diskBytes,
            long totalSteps,
            double secondsPerStep,
            double totalSeconds,
            List<String> notes)
            implements DeskReply {}

    /**
     * One model's answer.
     *
     * @param tokens the answer's tokens; each with the likeliest tokens at its place
     */
    record Answer(long id, Subject subject, long step, String prompt, String text, List<AnswerToken> tokens)
            implements DeskReply {}

    /**
     * One model has no answer, such as one whose logits are no numbers; the others of the run answer nevertheless.
     *
     * @param reason in a sentence
     */
    record Unanswered(long id, Subject subject, long step, String prompt, String reason) implements DeskReply {}

    /**
     * A token of an answer.
     *
     * @param probability of this token at its place, 0 to 1
     * @param top the likeliest tokens there, likeliest first
     */
    record AnswerToken(int id, String text, double probability, List<Share> top) {}

    /** A token and its probability. */
    record Share(int id, String text, double probability) {}

    /** What each model thinks of every token of an answer. */
    record Weighed(long id, long step, String prompt, List<WeighedToken> tokens) implements DeskReply {}

    /**
     * A token under three models; NaN where a model is absent.
     *
     * @param top the likeliest tokens at its place by model
     */
    record WeighedToken(
            int id, String text, double target, double unlearned, double reference, Map<Subject, List<Share>> top) {}

    /**
     * One example of a run; probabilities are those of the true answer's tokens, their geometric mean (0 to 1), NaN where a model is
     * absent.
     *
     * @param row counted from 0
     * @param rows of the whole set
     * @param answers what each model says, by model
     */
    record Example(
            long id,
            int row,
            int rows,
            String question,
            String answer,
            Map<Subject, String> answers,
            double target,
            double unlearned,
            double reference)
            implements DeskReply {}

    /** An event that was added to the run's log. */
    record Happened(long id, RunEvent event) implements DeskReply {}

    /** Another run's folder is ready to be resumed. */
    record Forked(long id, String folder, long step) implements DeskReply {}

    /** How far the question has come. */
    record Progress(long id, String task, long done, long total) implements DeskReply {}

    record Done(long id) implements DeskReply {}

    /**
     * It cannot be answered; {@code message} says what was found, what was expected and what to do.
     *
     * @param pointer the place in the recipe that is to be changed ({@code /data/retain}); empty if it is none, or not known
     */
    record Refused(long id, String message, String pointer) implements DeskReply {
        public Refused {
            pointer = pointer == null ? "" : pointer;
        }

        /** Refused for a reason outside the recipe. */
        public Refused(long id, String message) {
            this(id, message, "");
        }
    }
}
