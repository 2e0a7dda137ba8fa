package org.palimpsest.engine.report;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.FatalTemplateErrorsException;
import com.hubspot.jinjava.interpret.RenderResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.event.AtomicFile;

/**
 * Runs as one page of HTML that needs nothing besides itself: no network, no fonts, no script. Equal runs and headings give
 * equal bytes.
 */
public final class HtmlReport {

    private static final String FOLDER = "/org/palimpsest/resources/report/";

    private final Cards cards;

    /**
     * What stands at the top.
     *
     * @param question what the reader wants to know
     * @param at when the report was made
     */
    public record Heading(String title, String question, Instant at) {

        /** The question every comparison asks. */
        public static final String USUAL_QUESTION =
                "Does the model forget what it should, keep the rest, and is what it forgot gone or only hidden?";
    }

    /** Reports with the names, arrows and explanations of the catalogue's cards. */
    public HtmlReport() {
        this(Cards.ofCatalogue());
    }

    /** Reports with these cards. */
    public HtmlReport(Cards cards) {
        this.cards = cards;
    }

    /**
     * The page.
     *
     * @param runs at least one, with different names
     * @throws IllegalArgumentException when there is no run, or two share a name
     */
    public String render(Heading heading, List<RecordedRun> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("A report needs at least one run, found none");
        }
        JinjavaConfig config = JinjavaConfig.newBuilder()
                .withNestedInterpretationEnabled(false)
                .withFailOnUnknownTokens(true)
                .withMaxRenderDepth(20)
                .build();
        Map<String, Object> bindings = new ReportBindings(heading, runs, cards).toMap();
        RenderResult result = new Jinjava(config).renderForResult(text("report.html.jinja"), bindings);
        if (result.hasErrors()) {
            throw new FatalTemplateErrorsException(
                    "report.html.jinja", result.getErrors().stream().limit(5).toList());
        }
        return result.getOutput();
    }

    /**
     * Writes the page to a file, which holds either all of it or what it held before.
     *
     * @throws IOException when the folder cannot be written to
     */
    public void write(Path file, Heading heading, List<RecordedRun> runs) throws IOException {
        AtomicFile.writeString(file, render(heading, runs));
    }

    static String text(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("no file at " + FOLDER + name + ": the resources module is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + name + ": " + e.getMessage(), e);
        }
    }
}
