/**
 * Trains the sample models' byte-level byte-pair tokenizer and writes it in the Hugging Face form. No Java library
 * trains one; reading and using it is left to the engine's tokenizer library.
 */
package org.palimpsest.sample.tokenizer;
