/** Measures how fast the window draws, in a real window. */
package org.palimpsest.app.bench;
