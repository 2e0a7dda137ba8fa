/** Charts as files and as tables. */
package org.palimpsest.app.chart.export;
