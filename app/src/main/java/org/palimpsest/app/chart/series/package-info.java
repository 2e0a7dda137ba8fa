/**
 * Numbers over steps, before anything is drawn: append-only series of primitives, their smoothing, and the few points of them that a given number of pixel columns
 * can show. Knows neither JavaFX nor JFreeChart.
 */
package org.palimpsest.app.chart.series;
