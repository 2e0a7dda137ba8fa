/** What every chart has around its drawing: a title, a way to read it as a table, and a way to take it out of the window. */
package org.palimpsest.app.chart.box;
