package org.palimpsest.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.TokenShare;
import org.w3c.dom.Document;

class HtmlReportTest {

    private static final HtmlReport.Heading HEADING = new HtmlReport.Heading(
            "Four methods on Fictional Authors",
            HtmlReport.Heading.USUAL_QUESTION,
            Instant.parse("2026-03-01T10:00:00Z"));
    private static final HtmlReport REPORT = new HtmlReport(SampleRuns.cards());
    private static final String PAGE = REPORT.render(HEADING, SampleRuns.four());
    private static final Pattern SVG = Pattern.compile("<svg id='.*?</svg>", Pattern.DOTALL);

    @Test
    void everyChartHasItsTitle() {
        assertThat(PAGE)
                .contains(
                        "<figcaption>Total loss</figcaption>",
                        "<figcaption>Terms of NPO</figcaption>",
                        "<figcaption>Gradient norm before clipping</figcaption>",
                        "<figcaption>Answer probability on the forget set</figcaption>",
                        "<figcaption>Truth ratio on the retain set</figcaption>",
                        "<figcaption>Next token after “The capital of France is”</figcaption>",
                        "<figcaption>KL from retained reference after “The capital of France is”</figcaption>",
                        "<figcaption>Concept-vector norm by layer at the end</figcaption>",
                        "<figcaption>Concept-vector norm since step 0: DiPO</figcaption>",
                        "<figcaption>Weight change by layer at the end</figcaption>",
                        "<figcaption>Cosine of forget and retain gradient</figcaption>",
                        "<figcaption>Relearning: answer probability on the forget set</figcaption>",
                        "<figcaption>Quantisation: answer probability on the forget set</figcaption>");
    }

    @Test
    void nothingIsLoadedFromAnywhere() {
        Matcher references =
                Pattern.compile("(?:src|href)\\s*=\\s*[\"'](?!#)[^\"']*").matcher(PAGE);
        assertThat(references.results().map(m -> m.group()).toList()).isEmpty();
        assertThat(PAGE).doesNotContain("@import").doesNotContain("url(http").contains("default-src 'none'");
    }

    @Test
    void picturesAreWellFormedAndNamed() throws Exception {
        List<String> pictures = SVG.matcher(PAGE).results().map(m -> m.group()).toList();
        assertThat(pictures).hasSizeGreaterThan(20);
        for (String picture : pictures) {
            Document svg = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(picture.getBytes(StandardCharsets.UTF_8)));
            assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .isNotBlank();
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .isNotBlank();
        }
    }

    @Test
    void coloursOfPicturesComeFromThePage() {
        for (String picture : SVG.matcher(PAGE).results().map(m -> m.group()).toList()) {
            assertThat(picture).doesNotContain("rgb(").contains("var(--");
        }
    }

    @Test
    void everyChartCanBeReadAsATable() {
        assertThat(count("<figure")).isEqualTo(count("<summary>In numbers"));
    }

    @Test
    void idsAreUnique() {
        List<String> ids = Pattern.compile("\\bid=['\"]([^'\"]+)['\"]")
                .matcher(PAGE)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void mainNumbersAreReadInWords() {
        assertThat(PAGE)
                .contains(
                        "Forget quality p = 0.310: cannot be told from a model that never saw the forget set (p &gt; 0.05).")
                .contains(
                        "Forget quality p = 2.1e-9: can be told from a model that never saw the forget set (p ≤ 0.05).");
    }

    @Test
    void cardsShowHowFarTheyCanBeTrusted() {
        assertThat(PAGE)
                .contains("<span class=\"trust found\">found</span> The factor 2/β stands in the paper.")
                .contains("<span class=\"trust uncertain\">uncertain</span>");
    }

    @Test
    void recipesAndCommandsAreThere() {
        assertThat(PAGE)
                .contains("<details><summary>Recipe of NPO</summary>")
                .contains("palimpsest run runs/npo/recipe.json")
                .contains("palimpsest report runs/graddiff runs/npo runs/simnpo runs/dipo");
    }

    @Test
    void warningsAreThere() {
        assertThat(PAGE).contains("Step 41: the retain probability has fallen under its floor of 0.6");
    }

    @Test
    void sameRunsGiveTheSamePage() {
        assertThat(REPORT.render(HEADING, SampleRuns.four())).isEqualTo(PAGE);
    }

    @Test
    void foreignTextIsEscapedEverywhere() {
        String hostile = "<img src=x onerror=alert(1)>{{ 7 * 191 }}&\"'\u0001";
        LogBuilder log = new LogBuilder()
                .started(hostile, hostile, 1)
                .step(1, Map.of("loss", 1.0, hostile, 2.0), 1)
                .seen(1, hostile, new Observation.Value(hostile, Subject.UNLEARNED, 1))
                .seen(1, hostile, new Observation.Layers(hostile, Subject.UNLEARNED, List.of(1.0, 2.0)))
                .seen(
                        1,
                        hostile,
                        new Observation.Tokens(
                                hostile, hostile, List.of(new TokenShare(1, hostile, .5, .5, .5)), 1, Double.NaN))
                .scored(1, hostile, Subject.UNLEARNED, 1.0, Map.of(hostile, 1.0), hostile)
                .attackPoint(1, hostile, Subject.UNLEARNED, 1, hostile, Map.of(hostile, 1.0))
                .attackFinished(1, hostile, Subject.UNLEARNED, Map.of(hostile, 1.0))
                .warned(1, hostile)
                .failed(1, hostile, hostile);
        RecordedRun run = new RecordedRun(hostile, hostile, null, log.events(), 3, hostile, Map.of(hostile, hostile));
        String page = REPORT.render(new HtmlReport.Heading(hostile, hostile, Instant.EPOCH), List.of(run));
        assertThat(page)
                .doesNotContain("<img")
                .doesNotContain("1337")
                .contains("&lt;img src=x onerror=alert(1)&gt;{{ 7 * 191 }}&amp;");
    }

    @Test
    void missingPartsAreLeftOutWithASentence() {
        String page = REPORT.render(
                HEADING,
                List.of(new RecordedRun(
                        "bare", null, new LogBuilder().started("bare", "npo", 3).events())));
        assertThat(page)
                .doesNotContain("<figure")
                .contains("No run has finished a step, so there is no loss to draw.")
                .contains("No probe watched answers of the forget or the retain set in these runs.")
                .contains("No prompt was pinned in these runs")
                .contains("No probe looked inside the model in these runs.")
                .contains("No attack was run on these models.")
                .contains("The catalogue has no card of these methods.")
                .contains("bare has no recipe.")
                .contains("No run has numbers of the target; its row is left out.");
    }

    @Test
    void hundredThousandStepsMakeASmallPage() {
        RecordedRun run = new RecordedRun("long", null, SampleRuns.longLog(100_000));
        assertThat(REPORT.render(HEADING, List.of(run)).length()).isLessThan(200_000);
    }

    @Test
    void valuesThatAreNoNumbersDoNotBreakCharts() {
        LogBuilder log = new LogBuilder()
                .started("nan", "ga", 2)
                .step(1, Map.of("loss", Double.NaN), Double.NaN)
                .step(2, Map.of("loss", Double.NEGATIVE_INFINITY), 1)
                .seen(
                        2,
                        "layers",
                        new Observation.Layers("weight.change", Subject.UNLEARNED, List.of(Double.NaN, 1.0)));
        String page = REPORT.render(HEADING, List.of(new RecordedRun("nan", null, log.events())));
        assertThat(page).doesNotContain("NaN").contains("Gradient norm before clipping");
    }

    @Test
    void reportNeedsARun() {
        assertThatThrownBy(() -> REPORT.render(HEADING, List.of())).hasMessageContaining("at least one run");
    }

    @Test
    void fileHoldsThePage(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report ä.html");
        REPORT.write(file, HEADING, SampleRuns.four());
        assertThat(Files.readString(file)).isEqualTo(PAGE);
        assertThat(folder.toFile().list()).containsExactly("report ä.html");
    }

    private static int count(String text) {
        return PAGE.split(Pattern.quote(text), -1).length - 1;
    }
}
