/** Pages that take the middle of the window for a while: keyboard map, preferences, doctor, about. */
package org.palimpsest.app.shell.page;
