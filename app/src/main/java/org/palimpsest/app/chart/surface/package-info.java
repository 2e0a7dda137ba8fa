/**
 * Brings a JFreeChart to the screen without holding the thread that draws the window: what is to be seen is gathered once a frame into an immutable picture, another
 * thread draws it, and the window shows the finished image.
 */
package org.palimpsest.app.chart.surface;
