/**
 * Text and token ids: tokenizers of Hugging Face folders, the formats that make a prompt out of a question, and the
 * masking that keeps a prompt out of the loss. Nothing here knows a model, and nothing is ever downloaded.
 */
package org.palimpsest.engine.text;
