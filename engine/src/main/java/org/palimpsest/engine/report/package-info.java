/**
 * Runs side by side, for a reader: a comparison table for the terminal and one self-contained HTML page with charts. All
 * it knows of a run is its event log, its recipe and its method's card; it computes nothing that a run has not observed.
 */
package org.palimpsest.engine.report;
