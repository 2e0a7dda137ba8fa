/**
 * Forget, retain and other sets: reading them from JSON, JSON Lines, CSV, Parquet and plain text, checking them, and
 * drawing seeded batches with the forget set as anchor. Rows are counted from 0 everywhere, in files, ranges and messages.
 */
package org.palimpsest.engine.data;
