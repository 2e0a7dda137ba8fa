/** Forms made from cards: one field a hyper-parameter, with its meaning, default, range and reset. Places that set methods, probes, metrics or attacks share it. */
package org.palimpsest.app.form;
