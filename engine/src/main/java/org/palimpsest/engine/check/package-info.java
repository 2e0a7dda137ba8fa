/** Looks a model's folder through before anything is asked of it: files, shapes, values, tokenizer, and what the model makes of a text. */
package org.palimpsest.engine.check;
