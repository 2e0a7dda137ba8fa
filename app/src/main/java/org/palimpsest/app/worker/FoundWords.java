package org.palimpsest.app.worker;

import java.util.List;
import org.palimpsest.app.text.Amounts;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.desk.DeskReply;

/** What the desk found, in a line. */
public final class FoundWords {
    private static final int COLUMNS = 4;

    private final Messages words = Messages.of("found");
    private final Amounts amounts = new Amounts();

    /** Architecture and size of a model, rows and columns of data, or why it was refused. */
    public String line(DeskReply reply) {
        if (reply instanceof DeskReply.ModelFound model) {
            return words.get("model", model.architecture(), amounts.count(model.parameters()), model.layers());
        }
        if (reply instanceof DeskReply.DataFound data) {
            return data.columns().isEmpty()
                    ? words.get("texts", data.rows(), data.format())
                    : words.get("data", data.rows(), data.format(), columns(data));
        }
        return reply instanceof DeskReply.Refused refused ? refused.message() : "";
    }

    private static String columns(DeskReply.DataFound data) {
        List<String> shown = data.columns().stream().limit(COLUMNS).toList();
        return String.join(", ", shown) + (shown.size() < data.columns().size() ? ", …" : "");
    }
}
