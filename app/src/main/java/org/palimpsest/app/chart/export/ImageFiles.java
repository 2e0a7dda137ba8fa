package org.palimpsest.app.chart.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.palimpsest.app.chart.surface.Drawing;
import org.palimpsest.app.chart.surface.Picture;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Charts as image files, with title and legend. Sizes are in the window's pixels. May be called on any thread. */
public final class ImageFiles {
    private ImageFiles() {}

    /**
     * Writes a PNG.
     *
     * @param scale pixels of the file for one of the window
     * @throws IOException if the file cannot be written
     */
    public static void png(Picture picture, ChartTheme theme, int width, int height, int scale, Path file)
            throws IOException {
        BufferedImage image = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            Drawing.draw(picture.chart(theme, true), graphics, width, height);
        } finally {
            graphics.dispose();
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("This Java has no writer for PNG; " + file + " was not written");
        }
    }

    /**
     * Writes an SVG.
     *
     * @throws IOException if the file cannot be written
     */
    public static void svg(Picture picture, ChartTheme theme, int width, int height, Path file) throws IOException {
        Document document = emptySvg();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setImageHandler(new ImagesInSvg());
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(width, height));
        Drawing.draw(picture.chart(theme, true), graphics, width, height);
        Element drawn = graphics.getRoot(document.getDocumentElement());
        // Batik's own writer would name a document type, which readers then look for on the network.
        try (OutputStream out = Files.newOutputStream(file)) {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(drawn), new StreamResult(out));
        } catch (TransformerException failure) {
            throw new IOException("The drawing could not be written to " + file, failure);
        }
    }

    /**
     * Writes a PDF of one page, a point for each pixel.
     *
     * @throws IOException if the file cannot be written
     */
    public static void pdf(Picture picture, ChartTheme theme, int width, int height, Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
            try {
                Drawing.draw(picture.chart(theme, true), graphics, width, height);
            } finally {
                graphics.dispose();
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            document.save(file.toFile());
        }
    }

    private static Document emptySvg() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("Java's own XML documents cannot be made", impossible);
        }
    }
}
