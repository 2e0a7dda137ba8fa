package org.palimpsest.app.library;

import org.palimpsest.app.worker.ThingKind;

/**
 * A row of the tree.
 *
 * @param item null for the row above all things of a kind
 * @param count of things of that kind
 */
record LibraryRow(ThingKind kind, LibraryItem item, int count) {}
