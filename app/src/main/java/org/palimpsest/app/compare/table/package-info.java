/** The table of runs: which are shown, in which order, with which figures. */
package org.palimpsest.app.compare.table;
