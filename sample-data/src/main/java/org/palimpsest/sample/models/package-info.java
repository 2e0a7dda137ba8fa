/**
 * The sample models: a base, a target that knows all of "Fictional Authors", and a retained reference that never met the
 * last four of them. Here is the program that trains them, with the engine's own fine-tuning, and that measures and compares
 * what came of it.
 */
package org.palimpsest.sample.models;
