package org.palimpsest.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.text.EncodedExample;
import org.palimpsest.engine.text.ExampleEncoder;

/**
 * Holds the rows of sets against the longest sequence that a recipe wants and the longest that its models take, before anything is
 * computed: a row that a model cannot take is refused, one that loses its end is told.
 */
public final class SequenceLengths {
    /** A text may break up the tokens of the template around it, which are longer than one byte. */
    private static final int TEMPLATE_MARGIN = 128;
    /** Normalising may turn a character into several. */
    private static final int MOST_BYTES_A_CHARACTER = 48;

    private final ExampleEncoder encoder;
    private final int context;
    private final Path model;
    private final String advice;
    private final int template;
    private final List<String> remarks = new ArrayList<>();

    /**
     * Prepares for a model.
     *
     * @param context tokens that the model takes at most
     * @param model its folder, for messages
     * @param advice what to do about rows that are too long, behind "shorten them or take them out"
     */
    public SequenceLengths(ExampleEncoder encoder, int context, Path model, String advice) {
        this.encoder = encoder;
        this.context = context;
        this.model = model;
        this.advice = advice;
        this.template = encoder.whole("", "").length();
    }

    /**
     * The questions of a set as examples, in its order.
     *
     * @throws DataException if a row does not fit the model, or has no token of its answer left after cutting
     */
    public List<EncodedExample> encode(DataSet set) {
        List<QuestionAnswer> rows = set.questions();
        List<EncodedExample> examples = new ArrayList<>();
        Tally tally = new Tally(set);
        for (int i = 0; i < rows.size(); i++) {
            EncodedExample whole =
                    encoder.whole(rows.get(i).question(), rows.get(i).answer());
            tally.count(i, whole.length());
            examples.add(whole.upTo(encoder.maxLength()));
        }
        tally.settle();
        for (int i = 0; i < examples.size(); i++) {
            // Dropping it would shift the rows of alternate answers against those of the forget set.
            if (examples.get(i).supervisedTokens() == 0) {
                throw DataException.in(
                        set.source(),
                        "row %d has no token of its answer left after cutting to %d tokens; raise \"maxLength\" or leave the row out"
                                .formatted(set.numbers().get(i), encoder.maxLength()));
            }
        }
        return examples;
    }

    /**
     * The texts of a set as windows, those left out that predict nothing.
     *
     * @throws DataException if the windows do not fit the model
     */
    public List<EncodedExample> windows(DataSet set) {
        List<EncodedExample> windows = encoder.encodeText(set.texts());
        for (EncodedExample window : windows) {
            if (window.length() > context) {
                throw DataException.in(
                        set.source(),
                        "its texts are cut into windows of %d tokens (\"maxLength\"), but the model %s takes at most %d; set \"maxLength\" to that or less"
                                .formatted(encoder.maxLength(), model, context));
            }
        }
        // The last window of a text can be a single token.
        return windows.stream().filter(window -> window.supervisedTokens() > 0).toList();
    }

    /**
     * Checks every question of a set with its answer, and with its other answers if they are asked as well.
     *
     * @throws DataException if a row does not fit the model
     */
    public void check(DataSet set, boolean otherAnswers) {
        if (set.kind() == DataSet.Kind.TEXTS) {
            if (encoder.maxLength() > context) {
                windows(set);
            }
            return;
        }
        Tally tally = new Tally(set);
        for (int i = 0; i < set.size(); i++) {
            QuestionAnswer row = set.questions().get(i);
            int longest = length(row.question(), row.answer());
            if (otherAnswers) {
                for (String paraphrase : row.paraphrasedAnswer().stream().toList()) {
                    longest = Math.max(longest, length(row.question(), paraphrase));
                }
                for (String wrong : row.perturbedAnswers()) {
                    longest = Math.max(longest, length(row.question(), wrong));
                }
            }
            tally.count(i, longest);
        }
        tally.settle();
    }

    /**
     * Checks refusals, each of which may stand behind each question of the forget set.
     *
     * @throws DataException if one does not fit the model
     */
    public void checkRefusals(DataSet forget, DataSet refusals) {
        List<QuestionAnswer> questions = forget.questions();
        Tally tally = new Tally(refusals);
        for (int i = 0; i < refusals.size(); i++) {
            int longest = 0;
            for (QuestionAnswer row : questions) {
                longest = Math.max(
                        longest, length(row.question(), refusals.texts().get(i)));
            }
            tally.count(i, longest);
        }
        tally.settle();
    }

    /** What was cut, a sentence for each set. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Tokens of a question with an answer; 0 where they surely fit, which is cheaper to know. */
    private int length(String question, String answer) {
        int bound = template + TEMPLATE_MARGIN + bound(question) + bound(answer);
        return bound <= Math.min(context, encoder.maxLength())
                ? 0
                : encoder.whole(question, answer).length();
    }

    /** A text has no more tokens than bytes. */
    private static int bound(String text) {
        long ascii = text.chars().filter(c -> c < 0x80).count();
        return (int) Math.min(1 << 28, ascii + MOST_BYTES_A_CHARACTER * (text.length() - ascii));
    }

    /** Counts the rows of one set that are too long. */
    private final class Tally {
        private final DataSet set;
        private int cut;
        private int beyond;
        private int first;
        private int firstLength;
        private int longest;
        private int longestLength;

        Tally(DataSet set) {
            this.set = set;
        }

        void count(int row, int length) {
            if (length > longestLength) {
                longest = set.numbers().get(row);
                longestLength = length;
            }
            if (length > encoder.maxLength()) {
                cut++;
            }
            if (Math.min(length, encoder.maxLength()) > context) {
                if (beyond == 0) {
                    first = set.numbers().get(row);
                    firstLength = length;
                }
                beyond++;
            }
        }

        void settle() {
            if (beyond > 0) {
                throw DataException.in(
                        set.source(),
                        "row %d has %d tokens with its prompt, but the model %s takes at most %d; %d of %d rows are too long, the longest is row %d with %d. Shorten them or take them out%s"
                                .formatted(
                                        first,
                                        firstLength,
                                        model,
                                        context,
                                        beyond,
                                        set.size(),
                                        longest,
                                        longestLength,
                                        advice.formatted(context)));
            }
            if (cut > 0) {
                remarks.add(
                        "%s: %d of %d rows are longer than \"maxLength\" (%d tokens) and lose their end; the longest, row %d, has %d tokens"
                                .formatted(set.source(), cut, set.size(), encoder.maxLength(), longest, longestLength));
            }
        }
    }
}
