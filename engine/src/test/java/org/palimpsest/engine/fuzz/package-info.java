/**
 * A program that damages and disguises every kind of file that is read, and kills runs in the middle of what they do; what the engine
 * then says or computes is judged against what it said and computed before.
 */
package org.palimpsest.engine.fuzz;
