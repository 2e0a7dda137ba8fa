package org.palimpsest.app.chart.theme;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.renderer.AbstractRenderer;

/** How an area is filled, so that it can be told from others without its colour. */
public enum Hatch {
    SOLID,
    RISING,
    FALLING,
    CROSSED,
    DOTS,
    LEVEL;

    private static final int TILE = 8;

    /** The hatch of the n-th area, counted round. */
    public static Hatch of(int index) {
        return values()[Math.floorMod(index, values().length)];
    }

    /** The fill in a colour over a background. */
    public Paint paint(Color colour, Color background) {
        if (this == SOLID) {
            return colour;
        }
        BufferedImage tile = new BufferedImage(TILE, TILE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = tile.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Contrast.mix(background, colour, 0.18));
        graphics.fillRect(0, 0, TILE, TILE);
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(1.8f));
        draw(graphics);
        graphics.dispose();
        return new TexturePaint(tile, new Rectangle2D.Double(0, 0, TILE, TILE));
    }

    /** Has a series of bars filled so, with an outline in the full colour. */
    public void dress(AbstractRenderer bars, int series, Color colour, Color background, float outline) {
        bars.setSeriesPaint(series, paint(colour, background));
        bars.setSeriesOutlinePaint(series, colour);
        bars.setSeriesOutlineStroke(series, Dash.SOLID.stroke(outline));
    }

    private void draw(Graphics2D graphics) {
        // Lines go on beyond the tile, and once more at its corners, so that tiles join without a seam.
        for (int shift = -TILE; shift <= TILE; shift += TILE) {
            switch (this) {
                case RISING -> graphics.drawLine(shift - 1, TILE + 1, shift + TILE + 1, -1);
                case FALLING -> graphics.drawLine(shift - 1, -1, shift + TILE + 1, TILE + 1);
                case CROSSED -> {
                    graphics.drawLine(shift - 1, TILE + 1, shift + TILE + 1, -1);
                    graphics.drawLine(shift - 1, -1, shift + TILE + 1, TILE + 1);
                }
                case LEVEL -> graphics.drawLine(0, TILE / 2, TILE, TILE / 2);
                default -> graphics.fillOval(TILE / 2 - 2, TILE / 2 - 2, 4, 4);
            }
        }
    }
}
