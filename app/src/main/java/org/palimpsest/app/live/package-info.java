/** Runs as they happen. */
package org.palimpsest.app.live;
