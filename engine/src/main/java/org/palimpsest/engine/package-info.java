/** The engine: runs unlearning experiments and writes down what it sees. It knows nothing of any window. */
package org.palimpsest.engine;
