/**
 * Unlearning methods, one class each. A gradient method only says what its loss is; batches, micro-batches, the optimiser, the
 * learning rate, clipping, saving and resuming are the same for all and stand in one session class.
 */
package org.palimpsest.engine.method;
