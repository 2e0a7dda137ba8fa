/**
 * Metrics: what a model still knows and what it can still do, each number beside that of the retained reference. The
 * mathematics of a metric takes plain numbers, strings and token ids, so that it can be checked by hand; whoever has a
 * model turns it into those first.
 */
package org.palimpsest.engine.evaluate;
