/** Curves over steps: what is drawn of them, and the axis that several panels share. */
package org.palimpsest.app.chart.curve;
