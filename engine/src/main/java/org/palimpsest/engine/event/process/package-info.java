/** Worker processes seen from outside: starting one, sending it commands, taking its events, and saying in words how it ended. */
package org.palimpsest.engine.event.process;
