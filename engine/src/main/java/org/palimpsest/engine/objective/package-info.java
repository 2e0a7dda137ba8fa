/**
 * Losses as pure functions of logits. The formulas stand as TorchScript in {@code losses.torch}, a section each, named as in the
 * papers; the classes here give them settings and shapes.
 */
package org.palimpsest.engine.objective;
