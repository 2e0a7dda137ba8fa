/** Tokens of an answer on screen: how far each was forgotten, and where two answers differ. Shared by the places that show answers. */
package org.palimpsest.app.tokens;
