package org.palimpsest.app.worker;

import org.palimpsest.engine.event.RunFolder;

/**
 * A run at one of its checkpoints.
 *
 * @param step null for the newest
 */
public record RunAt(RunFolder folder, Long step) {}
