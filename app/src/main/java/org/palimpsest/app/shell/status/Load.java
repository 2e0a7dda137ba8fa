package org.palimpsest.app.shell.status;

/**
 * What the window and its workers take of the machine.
 *
 * @param processor share of all processors, 0 to 1
 * @param window memory of the window, bytes
 * @param workers memory of the workers and of the process that answers questions, bytes; below 0 where the system does not tell
 */
public record Load(double processor, long window, long workers) {}
