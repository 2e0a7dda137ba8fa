/** Words on screen, from message bundles, and what says them. */
package org.palimpsest.app.text;
