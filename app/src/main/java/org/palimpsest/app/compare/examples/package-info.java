/** A run's examples one by one, the worst first. */
package org.palimpsest.app.compare.examples;
