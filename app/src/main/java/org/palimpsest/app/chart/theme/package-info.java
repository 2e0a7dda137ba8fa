/**
 * Colours, dashes, markers and fonts of charts, read from whatever theme the window wears. Colours are told apart by colour-blind eyes, stand out from the
 * background by 3 : 1 or more, and are never the only sign.
 */
package org.palimpsest.app.chart.theme;
