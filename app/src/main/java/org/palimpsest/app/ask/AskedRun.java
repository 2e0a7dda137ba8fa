package org.palimpsest.app.ask;

import org.palimpsest.app.worker.RunAt;

/**
 * A run whose model is asked.
 *
 * @param at step null: the present state of a run at work, which it writes down first
 * @param name for people
 */
public record AskedRun(RunAt at, String name) {}
