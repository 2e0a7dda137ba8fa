/** Runs side by side. */
package org.palimpsest.app.compare;
