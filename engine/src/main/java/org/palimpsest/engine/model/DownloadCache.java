package org.palimpsest.engine.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The cache that the Python library downloads into: {@code hub/models--org--name/snapshots/<revision>} holds the model. */
final class DownloadCache {
    private static final String MODELS = "models--";
    private static final String DATA_SETS = "datasets--";

    private DownloadCache() {}

    /** @throws ModelException if a folder is a part of such a cache above its models; the message names the model's folder */
    static void refuse(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        String name = whole.getFileName() == null ? "" : whole.getFileName().toString();
        if (Files.isDirectory(whole.resolve("snapshots"))) {
            throw new ModelException(repository(folder, name, whole.resolve("snapshots")));
        }
        Path above = whole.getParent();
        if (above != null
                && Files.isDirectory(above.resolve("snapshots"))
                && List.of("snapshots", "blobs", "refs").contains(name)) {
            throw new ModelException(repository(
                    folder,
                    above.getFileName() == null ? "" : above.getFileName().toString(),
                    above.resolve("snapshots")));
        }
        refuseHub(folder, whole);
        if (Files.isDirectory(whole.resolve("hub"))) {
            refuseHub(folder, whole.resolve("hub"));
        }
    }

    private static void refuseHub(Path given, Path hub) throws IOException {
        List<String> models = FolderKind.names(hub).stream()
                .filter(name -> name.startsWith(MODELS) && Files.isDirectory(hub.resolve(name)))
                .toList();
        if (models.isEmpty()) {
            return;
        }
        String first = models.get(0);
        Optional<Path> snapshot = snapshot(hub.resolve(first).resolve("snapshots"));
        throw new ModelException("%s is a download cache with %d model%s (%s%s); give the folder of one of them%s"
                .formatted(
                        given,
                        models.size(),
                        models.size() == 1 ? "" : "s",
                        title(first),
                        models.size() == 1 ? "" : ", …",
                        snapshot.map(path -> ", such as " + path).orElse("")));
    }

    private static String repository(Path given, String name, Path snapshots) throws IOException {
        if (name.startsWith(DATA_SETS)) {
            return "%s is the download cache of a data set (%s), not a model".formatted(given, title(name));
        }
        Optional<Path> snapshot = snapshot(snapshots);
        String what = "%s belongs to the download cache of %s"
                .formatted(given, name.startsWith(MODELS) ? title(name) : "a model");
        if (snapshot.isEmpty()) {
            return what + ", into which nothing was downloaded yet; fetch the model";
        }
        if (!Files.isRegularFile(snapshot.get().resolve("config.json"))) {
            return "%s, but its snapshot %s holds no config.json: the download was not finished. Fetch the model again"
                    .formatted(what, snapshot.get());
        }
        return "%s; the model itself is %s, so give that folder".formatted(what, snapshot.get());
    }

    /** {@code models--org--name} as {@code org/name}. */
    private static String title(String folder) {
        return folder.substring(folder.indexOf("--") + 2).replace("--", "/");
    }

    /** The snapshot that the branch main is at; without one the first that has a configuration, or the first there is. */
    private static Optional<Path> snapshot(Path snapshots) throws IOException {
        if (!Files.isDirectory(snapshots)) {
            return Optional.empty();
        }
        Path main = snapshots.resolveSibling("refs").resolve("main");
        if (Files.isRegularFile(main)) {
            String revision = Files.readString(main).strip();
            if (revision.matches("[0-9a-f]{1,64}") && Files.isDirectory(snapshots.resolve(revision))) {
                return Optional.of(snapshots.resolve(revision));
            }
        }
        List<Path> all = FolderKind.names(snapshots).stream()
                .map(snapshots::resolve)
                .filter(Files::isDirectory)
                .toList();
        return all.stream()
                .filter(path -> Files.isRegularFile(path.resolve("config.json")))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }
}
