package org.palimpsest.engine.fuzz;

import java.util.Arrays;
import java.util.List;

/**
 * What is asked of the program about a folder.
 *
 * @param task a name of {@link SubjectMain.Task}
 * @param arguments of the task; {@code {}} stands for the folder
 * @param counts whether the answer has numbers that a change must not move in silence
 * @param last whether nothing further is asked once this has been refused
 */
record Question(SubjectMain.Task task, List<String> arguments, boolean counts, boolean last) {

    /** A command line whose JSON has the numbers. */
    static Question numbersOf(String... arguments) {
        return new Question(SubjectMain.Task.COMMAND, Arrays.asList(arguments), true, true);
    }

    /** A command line that must be answered soundly, whatever is in it. */
    static Question sentenceOf(String... arguments) {
        return new Question(SubjectMain.Task.COMMAND, Arrays.asList(arguments), false, true);
    }

    /** A task other than a command line. */
    static Question of(SubjectMain.Task task, String... arguments) {
        return new Question(task, Arrays.asList(arguments), true, false);
    }

    List<String> about(String folder) {
        return arguments.stream()
                .map(argument -> argument.replace("{}", folder))
                .toList();
    }
}
