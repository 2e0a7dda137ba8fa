/**
 * Decoder language models: one family with stated differences, read from and written to Hugging Face folders, run layer by
 * layer with taps, and generating text with a key-value cache.
 */
package org.palimpsest.engine.model;
