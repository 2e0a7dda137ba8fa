package org.palimpsest.app.chart.export;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGraphics2DIOException;

/** Writes pictures within an SVG with Java's own PNG writer; the one that Batik looks for comes with a part of it that nothing else here needs. */
final class ImagesInSvg extends ImageHandlerBase64Encoder {
    @Override
    public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException failure) {
            throw new SVGGraphics2DIOException("A picture within the drawing could not be written as PNG", failure);
        }
    }
}
