/** Curves of several runs: over each other, side by side, or one subtracted from another. */
package org.palimpsest.app.compare.curves;
