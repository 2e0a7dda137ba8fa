/**
 * What is asked of the engine: the types of a recipe, its published JSON schema, its checking against cards, its defaults.
 * A recipe says everything, so the window, the command line and a cluster node start the same run from the same file.
 */
package org.palimpsest.engine.recipe;
