/**
 * The desk: answers what is asked beside runs. What a folder or file is, what a recipe takes, what the models of a run answer and how
 * probable they find every token, attacks on checkpoints, forks. Questions are worked one after the other; models last asked about
 * are kept.
 */
package org.palimpsest.engine.desk;
