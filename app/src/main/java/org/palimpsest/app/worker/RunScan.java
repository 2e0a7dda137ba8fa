package org.palimpsest.app.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.palimpsest.app.worker.log.DigestReader;
import org.palimpsest.app.worker.log.Readers;
import org.palimpsest.app.worker.log.RunDigest;
import org.palimpsest.app.worker.log.RunIndex;
import org.palimpsest.engine.event.RunFolder;

/**
 * Looks through a workspace's runs. Logs that did not change since they were last read, in this program or an earlier one, are not
 * opened; of those that grew only the new part is read; the others are read by several threads, the newest runs first, and one processor
 * is left to the window. For one thread at a time.
 */
final class RunScan {
    private static final long HAND_ON_NANOS = 200_000_000;

    private final Workspace workspace;
    private final RunIndex index;
    private final Map<String, RunEntry> known = new HashMap<>();
    private final Map<String, DigestReader> working = new HashMap<>();
    private final CurveShelf curves;

    /** A log that has to be read. */
    private record Due(RunFolder folder, String id, Instant changed, long bytes, DigestReader reader) {
        RunEntry entry(RunDigest digest) {
            return new RunEntry(folder, id, digest, changed, bytes);
        }
    }

    /** A due log's digest as it is being made. */
    private record Reading(Due due, Future<RunDigest> digest) {}

    /** @param curves takes the curves of finished runs whose logs were read */
    RunScan(Workspace workspace, CurveShelf curves) {
        this.workspace = workspace;
        this.curves = curves;
        this.index = RunIndex.open(workspace.indexFile());
    }

    /**
     * Looks once.
     *
     * @param found told of all runs known so far, the newest first: at the end, and a few times a second while many are read
     */
    void look(Consumer<List<RunEntry>> found) throws InterruptedException {
        List<Reading> reading = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (Path path : folders()) {
            present.add(path.getFileName().toString());
            Due due = due(path);
            if (due != null) {
                reading.add(new Reading(due, Readers.submit(due.reader()::read)));
            }
        }
        known.keySet().retainAll(present);
        working.keySet().retainAll(present);
        curves.keepOnly(present);
        long handed = System.nanoTime();
        try {
            for (Reading next : reading) {
                finish(next);
                if (System.nanoTime() - handed > HAND_ON_NANOS) {
                    found.accept(newestFirst());
                    handed = System.nanoTime();
                }
            }
        } finally {
            // Where the window was closed meanwhile, what has not begun need not be read.
            reading.forEach(each -> each.digest().cancel(false));
        }
        found.accept(newestFirst());
        index.keepOnly(present);
    }

    private List<RunEntry> newestFirst() {
        return known.values().stream()
                .sorted(Comparator.comparing(RunEntry::id).reversed())
                .toList();
    }

    /** Folders of runs, the newest first. */
    private List<Path> folders() {
        try (Stream<Path> entries = Files.list(workspace.runs())) {
            return entries.filter(path -> Files.isRegularFile(path.resolve("recipe.json")))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            // The workspace was moved away; it has no runs until it comes back.
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(workspace.runs() + " cannot be read", e);
        }
    }

    /** What has to be read of a run; null if it is known or cannot be read just now. */
    private Due due(Path path) {
        RunFolder folder = new RunFolder(path);
        String id = path.getFileName().toString();
        BasicFileAttributes log;
        try {
            log = Files.readAttributes(folder.events(), BasicFileAttributes.class);
        } catch (IOException e) {
            // It has not started, or is being removed: it is looked at again in a moment.
            known.remove(id);
            return null;
        }
        Instant changed = log.lastModifiedTime().toInstant();
        RunEntry before = known.get(id);
        if (before != null && before.bytes() == log.size() && before.changed().equals(changed) && !before.working()) {
            return null;
        }
        if (before == null) {
            RunDigest kept = index.find(id, log.size(), changed).orElse(null);
            if (kept != null) {
                known.put(id, new RunEntry(folder, id, kept, changed, log.size()));
                return null;
            }
        }
        DigestReader reader = working.getOrDefault(id, new DigestReader(folder));
        return new Due(folder, id, changed, log.size(), reader);
    }

    private void finish(Reading reading) throws InterruptedException {
        Due due = reading.due();
        try {
            RunDigest digest = reading.digest().get();
            RunEntry now = due.entry(digest);
            RunEntry before = known.get(due.id());
            boolean same = before != null
                    && before.bytes() == now.bytes()
                    && before.changed().equals(now.changed())
                    && before.summary().equals(now.summary());
            known.put(due.id(), same ? before : now);
            if (now.working()) {
                working.put(due.id(), due.reader());
            } else {
                working.remove(due.id());
                index.put(due.id(), due.bytes(), due.changed(), digest);
                curves.put(due.id(), due.reader().curves());
            }
        } catch (ExecutionException e) {
            // A log that cannot be read just now: its folder is being removed, or moved to the trash. It is looked at
            // again in a moment.
            working.remove(due.id());
            known.remove(due.id());
        }
    }

    /** Writes down what was read, for the next opening. */
    void save() throws IOException {
        index.save();
    }
}
