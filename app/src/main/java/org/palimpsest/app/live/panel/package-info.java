/** The panels of Live: losses, forgetting, token distributions, the inside, and others to exchange them for; all of them show the same step. */
package org.palimpsest.app.live.panel;
