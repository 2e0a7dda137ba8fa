package org.palimpsest.engine.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.palimpsest.engine.check.CheckReport.Part;
import org.palimpsest.engine.check.CheckReport.State;
import org.palimpsest.engine.check.CheckReport.Subject;
import org.palimpsest.engine.fault.JsonFault;
import org.palimpsest.engine.model.DecoderModel;

/**
 * Logits beside those that another program computed: {@code {"input_ids": [[1, 2, …], …], "logits": [[[…], …], …]}}, a list of vocabulary size
 * for each position of each row. Rows beyond the last that has logits are left out, and so are positions that an {@code attention_mask} of the
 * same form hides at either end of a row.
 */
final class ExpectedLogits {
    static final String FILE = "expected.json";

    /** Of the largest logit: float32 through some tens of layers keeps three digits however sums are split. */
    private static final double TOLERANCE = 1e-3;

    private static final JsonMapper JSON = new JsonMapper();

    private final DecoderModel model;
    private final JsonNode ids;
    private final JsonNode mask;
    private final JsonNode logits;
    private double worst;
    private double largest;
    private long positions;
    private long sameToken;

    private ExpectedLogits(DecoderModel model, JsonNode document) {
        this.model = model;
        this.ids = document.path("input_ids");
        this.mask = document.path("attention_mask");
        this.logits = document.path("logits");
    }

    static Part compare(DecoderModel model, Path file, Listener listener) {
        try {
            return new ExpectedLogits(model, JSON.readTree(Files.readString(file))).part(listener);
        } catch (JsonProcessingException e) {
            return new Part(
                    Subject.EXPECTED,
                    State.WRONG,
                    "%s: %s".formatted(file, JsonFault.of(e).words()));
        } catch (IOException e) {
            return new Part(Subject.EXPECTED, State.WRONG, file + " cannot be read: " + e.getMessage());
        } catch (Misshapen e) {
            return new Part(Subject.EXPECTED, State.WRONG, file + ": " + e.getMessage());
        }
    }

    /** What is expected is not of the model's form. */
    private static final class Misshapen extends RuntimeException {
        private static final long serialVersionUID = 1;

        Misshapen(String message) {
            super(message);
        }
    }

    private Part part(Listener listener) {
        if (!ids.isArray() || !logits.isArray() || logits.isEmpty() || logits.size() > ids.size()) {
            throw new Misshapen(
                    "expected \"input_ids\" with rows of token ids and \"logits\" with as many rows or fewer");
        }
        for (int row = 0; row < logits.size(); row++) {
            compare(row);
            listener.hear(Subject.EXPECTED, row + 1L, logits.size());
        }
        String found = String.format(
                Locale.ROOT,
                "logits of %d position%s differ from expected.json by at most %.2g, the largest being %.3g; the likeliest token is the same at %d",
                positions,
                positions == 1 ? "" : "s",
                worst,
                largest,
                sameToken);
        if (worst <= TOLERANCE * Math.max(1, largest)) {
            return new Part(Subject.EXPECTED, State.GOOD, found);
        }
        return sameToken == positions
                ? new Part(Subject.EXPECTED, State.NOTICE, found + ". Sums in 16 bits differ so much, others do not")
                : new Part(
                        Subject.EXPECTED,
                        State.WRONG,
                        found + ". The model is not computed as it was there, or its weights are others");
    }

    private void compare(int row) {
        int vocabulary = model.config().vocabularySize();
        JsonNode rowIds = ids.path(row);
        JsonNode wanted = logits.path(row);
        if (!rowIds.isArray() || rowIds.isEmpty() || wanted.size() != rowIds.size()) {
            throw new Misshapen("row %d has %d token ids, but logits for %d positions"
                    .formatted(row, rowIds.size(), wanted.size()));
        }
        int begin = begin(row, rowIds.size());
        int[] read = new int[end(row, rowIds.size()) - begin];
        if (read.length == 0) {
            throw new Misshapen("row %d has a mask that hides all of it".formatted(row));
        }
        for (int i = 0; i < read.length; i++) {
            JsonNode id = rowIds.path(begin + i);
            if (!id.isIntegralNumber() || !id.canConvertToInt() || id.asInt() < 0 || id.asInt() >= vocabulary) {
                throw new Misshapen("row %d has %s among its token ids, but the vocabulary has ids 0 to %d"
                        .formatted(row, id, vocabulary - 1));
            }
            read[i] = id.asInt();
            if (hidden(row, begin + i)) {
                throw new Misshapen("row %d has a mask with a hole at position %d".formatted(row, begin + i));
            }
            int width = wanted.path(begin + i).size();
            if (width != vocabulary) {
                throw new Misshapen("row %d, position %d has %d logits, but the vocabulary has %d ids"
                        .formatted(row, begin + i, width, vocabulary));
            }
        }
        if (read.length > model.config().contextLength()) {
            throw new Misshapen("row %d has %d token ids, but the model's context is %d"
                    .formatted(row, read.length, model.config().contextLength()));
        }
        Predictions.of(model, read, (position, found) -> compare(found, wanted.path(begin + position)));
    }

    private boolean hidden(int row, int position) {
        return mask.path(row).path(position).asInt(1) == 0;
    }

    private int begin(int row, int size) {
        int begin = 0;
        while (begin < size && hidden(row, begin)) {
            begin++;
        }
        return begin;
    }

    private int end(int row, int size) {
        int end = size;
        while (end > begin(row, size) && hidden(row, end - 1)) {
            end--;
        }
        return end;
    }

    private void compare(float[] found, JsonNode wanted) {
        int likeliest = 0;
        int wantedLikeliest = 0;
        for (int id = 0; id < found.length; id++) {
            double value = wanted.path(id).asDouble(Double.NaN);
            double difference = Math.abs(found[id] - value);
            // A NaN on either side must not pass for a small difference.
            worst = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(worst, difference);
            largest = Math.max(largest, Math.abs(value));
            likeliest = found[id] > found[likeliest] ? id : likeliest;
            wantedLikeliest = value > wanted.path(wantedLikeliest).asDouble() ? id : wantedLikeliest;
        }
        positions++;
        sameToken += likeliest == wantedLikeliest ? 1 : 0;
    }
}
