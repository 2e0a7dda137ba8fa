/** What every place of the window shares: commands, tasks, notices, undo, and the way from one place to another. */
package org.palimpsest.app.workbench;
