/** Runs on disk and the workers that make them: starting, commanding, following. Nothing here knows a control. */
package org.palimpsest.app.worker;
