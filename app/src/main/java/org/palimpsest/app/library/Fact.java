package org.palimpsest.app.library;

/** A line of what is known. */
record Fact(String label, String value) {}
