/**
 * Data sets and small models made by this project, so that an experiment can be tried without fetching anything. The
 * programs that make them stand beside them, and a test holds that both agree.
 */
package org.palimpsest.sample;
