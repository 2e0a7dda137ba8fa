package org.palimpsest.app.pick;

import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.RunFolder;

/**
 * What of a run matters for choosing it; unlike an entry of the run list it stays equal while the run's numbers change.
 *
 * @param name for people
 * @param id the folder's name, which tells runs of one name apart
 * @param working whether a worker is at it
 */
public record RunChoice(RunFolder folder, String name, String id, boolean working) {
    static RunChoice of(RunEntry entry) {
        return new RunChoice(entry.folder(), entry.name(), entry.id(), entry.working());
    }
}
