package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.palimpsest.engine.data.QuestionAnswer;

/** The rows that files of data are made of, and the plainest file that has them, which others are compared with. */
final class DataRows {
    /** Quotes, separators, line ends, letters of several scripts, and rows with little in them. */
    static final List<QuestionAnswer> ROWS = List.of(
            row("Who wrote it?", "M\u00e9lie Ohara, in 1984.", "It was M\u00e9lie.", "Ann Lee.", "Bob; Carl."),
            row("What, then, is \"so\"?", "She said \"no\", twice.", null),
            row("Where?", "In \u6f22\u5b57, behind the \ud83d\ude00.", "Over there.", "Here.", "Nowhere, 'tis said."),
            row("How many lines?", "Two:\none and two.", "Two lines.", "Three:\nnone.", "[4]"),
            row("When?", "1984", null, "1985"),
            row("Why not; and how?", "Because\tso.", "So it is.", "Else."));

    private DataRows() {}

    private static QuestionAnswer row(String question, String answer, String paraphrase, String... wrong) {
        return new QuestionAnswer(question, answer, Optional.empty(), Optional.ofNullable(paraphrase), List.of(wrong));
    }

    /** A row as JSON has it. */
    static ObjectNode json(QuestionAnswer row) {
        ObjectNode json = OddJson.object("{}");
        json.put("question", row.question()).put("answer", row.answer());
        row.paraphrasedAnswer().ifPresent(text -> json.put("paraphrased_answer", text));
        if (!row.perturbedAnswers().isEmpty()) {
            row.perturbedAnswers().forEach(json.withArray("perturbed_answer")::add);
        }
        return json;
    }

    static List<ObjectNode> json() {
        return ROWS.stream().map(DataRows::json).collect(Collectors.toCollection(ArrayList::new));
    }

    /** A folder with one file. */
    static Specimen file(String name, byte[] content) {
        return new Specimen(java.util.Map.of(name, content));
    }

    static Specimen file(String name, String content) {
        return file(name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** One JSON object a line. */
    static String lines(List<ObjectNode> rows) {
        return rows.stream().map(OddJson::write).collect(Collectors.joining("\n", "", "\n"));
    }

    /** The folder whose rows are beyond doubt. */
    static Specimen plain(List<ObjectNode> rows) {
        return file("rows.jsonl", lines(rows));
    }

    /** A sound file of data, with what is asked of it: its rows, and what the window says of it. */
    static Base base(String name, Specimen folder) {
        return new Base(
                name,
                folder,
                new Question(SubjectMain.Task.ROWS, List.of("{}"), true, true),
                new Question(SubjectMain.Task.INSPECT_FILE, List.of("{}"), false, true));
    }
}
