/** Curves over steps: a panel with legend, reference values and marks. */
package org.palimpsest.app.chart.curve;
