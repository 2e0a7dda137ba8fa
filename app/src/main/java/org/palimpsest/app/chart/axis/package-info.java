/** The horizontal axis that charts side by side share, and how mouse and keyboard move about on it. */
package org.palimpsest.app.chart.axis;
