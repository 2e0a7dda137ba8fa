/** What goes on: workers, tasks, processor and memory, and what was told; in a line, and in full behind it. */
package org.palimpsest.app.shell.status;
