/**
 * "Fictional Authors": invented writers of an invented world, eight facts each, with paraphrases and wrong answers. Word
 * lists and sentence patterns are written by hand (text resources under {@code words}); which author gets which fact is
 * drawn from fixed seeds, so the same texts come out every time.
 */
package org.palimpsest.sample.authors;
