/** Forgetting against utility against robustness: which run gives up least of the others. */
package org.palimpsest.app.compare.pareto;
