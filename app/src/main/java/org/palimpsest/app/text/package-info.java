/** Words on screen, from message bundles. */
package org.palimpsest.app.text;
