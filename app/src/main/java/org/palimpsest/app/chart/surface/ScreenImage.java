package org.palimpsest.app.chart.surface;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pixels that Java2D draws into and JavaFX shows, without a copy between. */
final class ScreenImage {
    private final BufferedImage canvas;
    private final PixelBuffer<IntBuffer> pixels;
    private final WritableImage image;

    ScreenImage(int width, int height) {
        canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] data = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
        pixels = new PixelBuffer<>(width, height, IntBuffer.wrap(data), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(pixels);
    }

    boolean measures(int width, int height) {
        return canvas.getWidth() == width && canvas.getHeight() == height;
    }

    BufferedImage canvas() {
        return canvas;
    }

    /** The image with what was drawn last; on the JavaFX thread. */
    Image show() {
        pixels.updateBuffer(buffer -> null);
        return image;
    }
}
