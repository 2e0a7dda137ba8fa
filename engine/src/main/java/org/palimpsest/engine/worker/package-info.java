/** The process that runs one run: commands in and events out as JSON lines on its standard streams. Nothing listens on a network. */
package org.palimpsest.engine.worker;
