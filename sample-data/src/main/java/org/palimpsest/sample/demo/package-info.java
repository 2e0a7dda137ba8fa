/** The demonstration: four methods side by side on the sample, measured, attacked and reported. */
package org.palimpsest.sample.demo;
