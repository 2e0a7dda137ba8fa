package org.palimpsest.engine.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.palimpsest.engine.event.RunEvent;

/** The moment at which a run is to be killed, known by what the run has written until then. Looked at again and again. */
final class Aim {

    /**
     * What is seen of a run from outside.
     *
     * @param run its folder
     * @param events told of so far
     * @param last the newest of them; null at first
     */
    record Glance(Path run, int events, RunEvent last) {}

    private final String what;
    private final Predicate<Glance> reached;

    private Aim(String what, Predicate<Glance> reached) {
        this.what = what;
        this.reached = reached;
    }

    /**
     * Draws a moment.
     *
     * @param events how many a whole run tells of
     * @param bytes of a whole run's log
     */
    static Aim draw(Random random, int events, long bytes) {
        return switch (random.nextInt(9)) {
            case 0 -> {
                int count = random.nextInt(events);
                yield new Aim("behind event " + count, seen -> seen.events() > count);
            }
            case 1 -> {
                long size = (long) (random.nextDouble() * bytes);
                yield new Aim(
                        "when the log has " + size + " bytes",
                        seen -> size(seen.run().resolve("events.jsonl")) >= size);
            }
            case 2, 3 ->
                appearance(
                        "while checkpoint %d is written",
                        1 + random.nextInt(6), "checkpoints", name -> name.startsWith(".part"));
            case 4 ->
                appearance(
                        "behind the move of checkpoint %d",
                        1 + random.nextInt(6), "checkpoints", name -> name.startsWith("step-"));
            case 5 -> removal(1 + random.nextInt(4));
            case 6 -> during(random, "an attack", RunEvent.AttackStarted.class, RunEvent.AttackPoint.class);
            case 7 -> during(random, "the evaluation", RunEvent.Progress.class, RunEvent.Scored.class);
            default ->
                appearance(
                        "while file %d is written beside its place",
                        1 + random.nextInt(3), ".", name -> name.endsWith(".part"));
        };
    }

    private static Aim appearance(String what, int count, String folder, Predicate<String> wanted) {
        Set<String> seen = new HashSet<>();
        return new Aim(what.formatted(count), glance -> {
            names(glance.run().resolve(folder)).filter(wanted).forEach(seen::add);
            return seen.size() >= count;
        });
    }

    /** A checkpoint that was whole has lost a file. */
    private static Aim removal(int count) {
        Set<String> whole = new HashSet<>();
        Set<String> broken = new HashSet<>();
        return new Aim("while checkpoint %d is removed".formatted(count), glance -> {
            Path checkpoints = glance.run().resolve("checkpoints");
            Set<String> there = new HashSet<>(names(checkpoints).toList());
            for (String name : there) {
                if (names(checkpoints.resolve(name)).count() >= 3) {
                    whole.add(name);
                } else if (whole.contains(name)) {
                    broken.add(name);
                }
            }
            whole.stream().filter(name -> !there.contains(name)).forEach(broken::add);
            return broken.stream().filter(name -> name.startsWith("step-")).count() >= count;
        });
    }

    @SafeVarargs
    private static Aim during(Random random, String what, Class<? extends RunEvent>... kinds) {
        int skipped = random.nextInt(6);
        Set<Integer> hits = new HashSet<>();
        return new Aim("in %s, event %d".formatted(what, skipped), glance -> {
            for (Class<? extends RunEvent> kind : kinds) {
                if (kind.isInstance(glance.last())) {
                    hits.add(glance.events());
                }
            }
            return hits.size() > skipped;
        });
    }

    boolean reached(Glance glance) {
        return reached.test(glance);
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    /** Names in a folder that may vanish while it is looked at. */
    private static Stream<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Stream.empty();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Stream.empty();
        }
    }

    @Override
    public String toString() {
        return what;
    }
}
