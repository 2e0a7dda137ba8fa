/** What a person starts. */
package org.palimpsest.app;
