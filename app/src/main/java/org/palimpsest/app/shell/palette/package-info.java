/** Everything that can be done or gone to, found by a few letters. */
package org.palimpsest.app.shell.palette;
