/** Models, data sets and runs on disk. */
package org.palimpsest.app.library;
