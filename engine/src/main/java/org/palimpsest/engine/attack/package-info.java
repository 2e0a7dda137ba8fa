/**
 * Attacks, one class each: attempts to bring back what was unlearned, which tell the gone from the hidden. An attack works on a
 * copy of its own and streams the points of its curve, so that it can run beside a run without touching it.
 */
package org.palimpsest.engine.attack;
