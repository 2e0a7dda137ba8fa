package org.palimpsest.app.shell.palette;

/**
 * A line of the palette.
 *
 * @param kind what it is, in a word ("Run", "Setting")
 * @param keys how to do it without the palette; empty if there is no such way
 */
public record PaletteEntry(String title, String kind, String keys, Runnable action) {}
