package org.palimpsest.engine.probe;

import java.util.List;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.text.EncodedExample;

/**
 * The data that probes look at.
 *
 * @param forget the forget set as the method is trained on it
 * @param retain the retain set as the method is trained on it; may be empty
 * @param forgetQuestions forget questions with paraphrased and wrong answers where the data has them; empty for plain text
 * @param retainQuestions the same of the retain set
 * @param padId what fills the end of shorter sequences
 */
public record WatchedSets(
        List<EncodedExample> forget,
        List<EncodedExample> retain,
        List<QuestionAnswer> forgetQuestions,
        List<QuestionAnswer> retainQuestions,
        int padId) {
    public WatchedSets {
        forget = List.copyOf(forget);
        retain = List.copyOf(retain);
        forgetQuestions = List.copyOf(forgetQuestions);
        retainQuestions = List.copyOf(retainQuestions);
    }
}
