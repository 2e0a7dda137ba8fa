/** The parts of JFreeChart that all charts share: axes, the dataset of decimated points, the renderer of long lines, and their dress in the window's theme. */
package org.palimpsest.app.chart.plot;
