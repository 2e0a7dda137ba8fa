/** The runs that are watched, side by side above the panels, and the scrubber below them. */
package org.palimpsest.app.live.strip;
