package org.palimpsest.app.workbench;

/**
 * Something done that can be undone.
 *
 * @param name for people ("Delete run npo")
 */
public record Edit(String name, Runnable redo, Runnable undo) {}
