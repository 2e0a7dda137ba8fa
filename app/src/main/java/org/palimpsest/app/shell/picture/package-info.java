/** Pictures of every place for the documentation, taken of the real window. */
package org.palimpsest.app.shell.picture;
