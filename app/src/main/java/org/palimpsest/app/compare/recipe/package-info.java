/** What was asked of runs differently. */
package org.palimpsest.app.compare.recipe;
