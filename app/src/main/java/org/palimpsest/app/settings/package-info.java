/** What a person prefers, and where it is kept. */
package org.palimpsest.app.settings;
