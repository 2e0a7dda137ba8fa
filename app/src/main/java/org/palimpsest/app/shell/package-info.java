/** The window: the rail of places, the status line, the command palette, preferences, and the program that opens it. */
package org.palimpsest.app.shell;
