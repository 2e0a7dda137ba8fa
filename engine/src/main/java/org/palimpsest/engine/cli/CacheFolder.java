package org.palimpsest.engine.cli;

import java.nio.file.Path;

/** Where a person's programs keep what they can make again. */
final class CacheFolder {
    private CacheFolder() {}

    /** This program's folder for one kind of thing, where the operating system wants such things. */
    static Path of(String kind) {
        return root(System.getProperty("os.name"), Path.of(System.getProperty("user.home")))
                .resolve("palimpsest")
                .resolve(kind);
    }

    private static Path root(String system, Path home) {
        if (system.startsWith("Windows")) {
            String local = System.getenv("LOCALAPPDATA");
            return local == null ? home.resolve("AppData/Local") : Path.of(local);
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Caches");
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        return cache == null || cache.isBlank() ? home.resolve(".cache") : Path.of(cache);
    }
}
