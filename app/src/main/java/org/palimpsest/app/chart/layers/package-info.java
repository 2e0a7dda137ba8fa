/** Amounts in each layer over steps, as a heat map. */
package org.palimpsest.app.chart.layers;
