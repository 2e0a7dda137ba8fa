package org.palimpsest.app.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises data by the file names that the TOFU benchmark gave its splits. */
final class TofuFolder {
    private static final List<String> SPLITS = List.of("10", "05", "01");
    private static final int WHOLE = 100;

    private TofuFolder() {}

    /** What each file of a folder is for, taking the largest split there is; empty if there is no {@code forget10} or the like. */
    static Map<DataRole, Path> of(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (String split : SPLITS) {
            if (find(files, "forget" + split).isPresent()) {
                return of(files, split);
            }
        }
        return Map.of();
    }

    private static Map<DataRole, Path> of(List<Path> files, String split) {
        Map<DataRole, Path> found = new EnumMap<>(DataRole.class);
        for (DataRole role : DataRole.values()) {
            for (String name : names(role, split)) {
                find(files, name).ifPresent(file -> found.putIfAbsent(role, file));
            }
        }
        return found;
    }

    private static List<String> names(DataRole role, String split) {
        return switch (role) {
            case FORGET -> List.of("forget" + split);
            case RETAIN -> List.of("retain%02d".formatted(WHOLE - Integer.parseInt(split)));
            case HOLDOUT -> List.of("holdout" + split, "holdout");
            case ALTERNATES -> List.of("idontknow");
            case FORGET_EVALUATION -> List.of("forget" + split + "_perturbed");
            case RETAIN_EVALUATION -> List.of("retain_perturbed");
            case REAL_AUTHORS -> List.of("real_authors_perturbed");
            case WORLD_FACTS -> List.of("world_facts_perturbed");
        };
    }

    private static Optional<Path> find(List<Path> files, String name) {
        return files.stream().filter(file -> bare(file).equals(name)).findFirst();
    }

    /** What a file's name says it is for; empty if nothing. */
    static Optional<DataRole> role(Path file) {
        String name = bare(file);
        for (DataRole role : DataRole.values()) {
            for (String split : SPLITS) {
                if (names(role, split).contains(name)) {
                    return Optional.of(role);
                }
            }
        }
        return Optional.empty();
    }

    private static String bare(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.[a-z]+$", "");
    }
}
