/**
 * Logs of runs read by the hundred: every log is gone through once, only what a table and a trail need is taken out of it, and what was
 * taken is kept on disk until the log changes.
 */
package org.palimpsest.app.worker.log;
