package org.palimpsest.app.chart.box;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.ImageView;
import org.palimpsest.app.chart.theme.Hatch;

/** A small rectangle filled as an area of a chart is. */
public final class HatchSample extends ImageView {
    private static final int WIDTH = 22;
    private static final int HEIGHT = 12;

    /** A sample of a hatch in a colour. */
    public HatchSample(Hatch hatch, Color colour, Color background) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(hatch.paint(colour, background));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setPaint(colour);
        graphics.drawRect(0, 0, WIDTH - 1, HEIGHT - 1);
        graphics.dispose();
        setImage(SwingFXUtils.toFXImage(image, null));
    }
}
