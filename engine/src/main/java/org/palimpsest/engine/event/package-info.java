/** What is observed of a run: event types, their JSON lines, and the reading of a run folder. The event log is the run. */
package org.palimpsest.engine.event;
