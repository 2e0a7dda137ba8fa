/** Runs between forgetting and utility, with the way each has come. */
package org.palimpsest.app.chart.pareto;
