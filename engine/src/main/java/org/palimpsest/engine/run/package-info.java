/**
 * The loop: opens what a recipe names, steps, probes, writes checkpoints and the event log, evaluates and attacks at the end, takes
 * commands between steps, and goes on after it was killed.
 */
package org.palimpsest.engine.run;
