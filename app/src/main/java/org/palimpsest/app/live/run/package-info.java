/** What is known of the runs that are watched: their events as curves, maps and marks, where they stand, and what is wrong with them. No controls. */
package org.palimpsest.app.live.run;
