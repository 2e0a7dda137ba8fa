package org.palimpsest.app.chart.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.chart.curve.CurvePicture;
import org.palimpsest.app.chart.curve.MarkKind;
import org.palimpsest.app.chart.plot.Axes;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.series.Points;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.palimpsest.app.chart.theme.SeriesStyle;

class ImageFilesTest {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 300;

    @TempDir
    Path folder;

    private final CurvePicture picture = new CurvePicture(
            "Losses <of> a run & more",
            new AxisRange("steps", 0, 10, false, Axes.Numbers.WHOLE),
            new AxisRange("loss", 0, 5, false, Axes.Numbers.PLAIN),
            List.of(new CurvePicture.Line(
                    "forget loss",
                    SeriesStyle.of(1),
                    new Points(new double[] {0, 5, 10}, new double[] {1, 4, 2}),
                    new Points(new double[0], new double[0]))),
            List.of(new CurvePicture.ReferenceLine("reference", 3, SeriesStyle.REFERENCE)),
            List.of(new CurvePicture.MarkLine(MarkKind.PAUSE, "paused", 4)));

    @Test
    void writesAPngOfTwiceTheSize() throws IOException {
        BufferedImage image = ImageIO.read(png().toFile());
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(2 * WIDTH, 2 * HEIGHT);
    }

    @Test
    void drawsTheCurveInItsColour() throws IOException {
        assertThat(pixels(
                        ImageIO.read(png().toFile()),
                        ChartTheme.PLAIN.color(SeriesStyle.of(1)).getRGB()))
                .isGreaterThan(100);
    }

    @Test
    void writesAnSvgThatAnXmlParserReads() throws Exception {
        String root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(svg().toFile())
                .getDocumentElement()
                .getTagName();
        assertThat(root).isEqualTo("svg");
    }

    @Test
    void namesNoDocumentTypeThatAReaderWouldLookForOnTheNetwork() throws IOException {
        assertThat(Files.readString(svg())).doesNotContain("DOCTYPE");
    }

    @Test
    void writesTheSizeIntoTheSvg() throws IOException {
        assertThat(Files.readString(svg())).contains("width=\"420\"").contains("height=\"300\"");
    }

    @Test
    void writesTheTitleIntoTheSvgAsText() throws IOException {
        assertThat(Files.readString(svg())).contains("Losses &lt;of&gt; a run &amp; more");
    }

    @Test
    void writesAPdfOfOnePage() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf().toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void drawsTheCurveIntoThePdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf().toFile())) {
            BufferedImage page = new PDFRenderer(document).renderImage(0);
            assertThat(pixels(page, ChartTheme.PLAIN.color(SeriesStyle.of(1)).getRGB()))
                    .isGreaterThan(20);
        }
    }

    private Path png() throws IOException {
        Path file = folder.resolve("chart.png");
        ImageFiles.png(picture, ChartTheme.PLAIN, WIDTH, HEIGHT, 2, file);
        return file;
    }

    private Path svg() throws IOException {
        Path file = folder.resolve("chart.svg");
        ImageFiles.svg(picture, ChartTheme.PLAIN, WIDTH, HEIGHT, file);
        return file;
    }

    private Path pdf() throws IOException {
        Path file = folder.resolve("chart.pdf");
        ImageFiles.pdf(picture, ChartTheme.PLAIN, WIDTH, HEIGHT, file);
        return file;
    }

    private static int pixels(BufferedImage image, int rgb) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) == (rgb & 0xFFFFFF)) {
                    count++;
                }
            }
        }
        return count;
    }
}
