package org.palimpsest.engine.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/** What can be asked of a run while it goes on; taken between two steps. One JSON object a line on the worker's standard input. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunCommand.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = RunCommand.Continue.class, name = "continue"),
    @JsonSubTypes.Type(value = RunCommand.StepOnce.class, name = "step"),
    @JsonSubTypes.Type(value = RunCommand.Stop.class, name = "stop"),
    @JsonSubTypes.Type(value = RunCommand.WriteCheckpoint.class, name = "checkpoint"),
    @JsonSubTypes.Type(value = RunCommand.AttackNow.class, name = "attack"),
    @JsonSubTypes.Type(value = RunCommand.Ask.class, name = "ask"),
    @JsonSubTypes.Type(value = RunCommand.ChangeLearningRate.class, name = "learning-rate"),
    @JsonSubTypes.Type(value = RunCommand.Fork.class, name = "fork")
})
public sealed interface RunCommand {

    /** Wait before the next step. */
    record Pause() implements RunCommand {}

    /** Go on after a pause. */
    record Continue() implements RunCommand {}

    /** Take one step and wait again. */
    record StepOnce() implements RunCommand {}

    /** Write a checkpoint and end; the run can be resumed. */
    record Stop() implements RunCommand {}

    record WriteCheckpoint() implements RunCommand {}

    /** Attack a copy of the model as it is now. */
    record AttackNow(String id, Map<String, Object> settings) implements RunCommand {
        public AttackNow {
            settings = settings == null ? Map.of() : Map.copyOf(settings);
        }
    }

    /** Let target, present model and reference answer a question, in the run's prompt format. */
    record Ask(String question, int maxNewTokens) implements RunCommand {
        public Ask {
            maxNewTokens = maxNewTokens <= 0 ? 64 : maxNewTokens;
        }
    }

    /** Set the peak of the learning-rate schedule. */
    record ChangeLearningRate(double value) implements RunCommand {}

    /**
     * Begin another run from this state. With the same method it goes on exactly, optimiser and all; with another method only the
     * weights are taken over.
     *
     * @param folder where the new run is to be
     * @param method null to keep the method
     * @param settings of the new method
     * @param learningRate null to keep it
     */
    record Fork(String folder, String method, Map<String, Object> settings, Double learningRate) implements RunCommand {
        public Fork {
            settings = settings == null ? Map.of() : Map.copyOf(settings);
        }
    }
}
