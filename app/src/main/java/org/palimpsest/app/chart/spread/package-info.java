/** How values are spread: histograms over one another. */
package org.palimpsest.app.chart.spread;
