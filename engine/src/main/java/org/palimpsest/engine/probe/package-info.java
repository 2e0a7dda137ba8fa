/**
 * What is watched while a run goes on, one class a probe. A probe only looks: weights, gradients and random states are after an
 * observation what they were before it, so that a watched run and an unwatched one are equal to the last bit.
 */
package org.palimpsest.engine.probe;
