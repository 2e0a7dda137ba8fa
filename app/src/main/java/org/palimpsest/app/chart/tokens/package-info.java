/** The likeliest next tokens of several models, as bars. */
package org.palimpsest.app.chart.tokens;
