package org.palimpsest.engine.event.desk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/**
 * What can be asked of a desk, one JSON object a line. Every command has a number, which its replies carry; they are worked one
 * after the other.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DeskCommand.Inspect.class, name = "inspect"),
    @JsonSubTypes.Type(value = DeskCommand.Check.class, name = "check"),
    @JsonSubTypes.Type(value = DeskCommand.Estimate.class, name = "estimate"),
    @JsonSubTypes.Type(value = DeskCommand.Ask.class, name = "ask"),
    @JsonSubTypes.Type(value = DeskCommand.Weigh.class, name = "weigh"),
    @JsonSubTypes.Type(value = DeskCommand.Examples.class, name = "examples"),
    @JsonSubTypes.Type(value = DeskCommand.Attack.class, name = "attack"),
    @JsonSubTypes.Type(value = DeskCommand.Fork.class, name = "fork"),
    @JsonSubTypes.Type(value = DeskCommand.Cancel.class, name = "cancel")
})
public sealed interface DeskCommand {

    /** Number of the question, chosen by who asks. */
    long id();

    /**
     * What lies at {@code path}: a Hugging Face folder ({@link DeskReply.ModelFound}), a file of data ({@link DeskReply.DataFound}),
     * or neither ({@link DeskReply.Refused}, which says exactly why).
     */
    record Inspect(long id, String path) implements DeskCommand {}

    /** Looks a model's folder through, every weight of it; {@link DeskReply.Progress}, and a {@link DeskReply.Checked}. */
    record Check(long id, String path) implements DeskCommand {}

    /** What the recipe in a file would take; answered by {@link DeskReply.Estimated}. */
    record Estimate(long id, String recipe) implements DeskCommand {}

    /**
     * Lets the models of a run answer a question, in the run's prompt format; a {@link DeskReply.Answer} for each model there is,
     * target first.
     *
     * @param run the run's folder
     * @param step the checkpoint's step; null takes the newest
     */
    record Ask(long id, String run, Long step, String question, int maxNewTokens) implements DeskCommand {}

    /** What the models of a run think of every token of a given answer; a {@link DeskReply.Weighed}. */
    record Weigh(long id, String run, Long step, String question, String answer) implements DeskCommand {}

    /**
     * A run's examples one by one: what target, unlearned model and reference answer, and how probable they find the true answer.
     *
     * @param set {@code forget} or {@code retain}
     * @param from the first row wanted, counted from 0
     * @param limit at most so many rows
     */
    record Examples(long id, String run, Long step, String set, int from, int limit) implements DeskCommand {}

    /**
     * Attacks the model of a checkpoint and the retained reference; the attack's events are added to the run's log with the
     * checkpoint's step, and given as {@link DeskReply.Happened}.
     */
    record Attack(long id, String run, Long step, String attack, Map<String, Object> settings) implements DeskCommand {
        public Attack {
            settings = settings == null ? Map.of() : Map.copyOf(settings);
        }
    }

    /**
     * Makes another run's folder from a checkpoint. With the same method ({@code null}) it goes on exactly; with another only the
     * weights are taken over.
     */
    record Fork(
            long id,
            String run,
            Long step,
            String folder,
            String method,
            Map<String, Object> settings,
            Double learningRate)
            implements DeskCommand {
        public Fork {
            settings = settings == null ? Map.of() : Map.copyOf(settings);
        }
    }

    /** Gives up the question of this number, between two of its replies. */
    record Cancel(long id) implements DeskCommand {}
}
