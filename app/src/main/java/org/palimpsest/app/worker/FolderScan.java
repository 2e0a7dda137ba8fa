package org.palimpsest.app.worker;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Looks through a folder for models, data, recipes and runs, without opening more of a file than its kind takes. */
public final class FolderScan extends SimpleFileVisitor<Path> {
    private static final int DEPTH = 5;
    private static final int LIMIT = 2000;
    private static final Set<String> SKIPPED = Set.of("node_modules", "checkpoints");
    private static final long SHORT = 1 << 20;

    private final Path root;
    private final Map<Path, ThingKind> found = new LinkedHashMap<>();

    private FolderScan(Path root) {
        this.root = root;
    }

    /**
     * What lies below {@code root}, down to five folders, at most two thousand things; nothing if there is no such folder. Folders
     * that cannot be read are passed over.
     */
    public static Map<Path, ThingKind> of(Path root) throws IOException {
        FolderScan scan = new FolderScan(root.toAbsolutePath().normalize());
        if (Files.isDirectory(scan.root)) {
            Files.walkFileTree(scan.root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, scan);
        }
        return scan.found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = String.valueOf(folder.getFileName());
        if (!folder.equals(root) && (name.startsWith(".") || SKIPPED.contains(name))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (Files.exists(folder.resolve("recipe.json")) && Files.exists(folder.resolve("events.jsonl"))) {
            return take(folder, ThingKind.RUN);
        }
        return Files.exists(folder.resolve("config.json")) ? take(folder, ThingKind.MODEL) : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (!attributes.isRegularFile()
                || !ThingKind.mayBeData(file)
                || file.getFileName().toString().startsWith(".")) {
            return FileVisitResult.CONTINUE;
        }
        boolean small = attributes.size() < SHORT;
        found.put(file, small ? ThingKind.of(file) : ThingKind.DATA);
        return found.size() < LIMIT ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cause) {
        return FileVisitResult.CONTINUE;
    }

    private FileVisitResult take(Path folder, ThingKind kind) {
        found.put(folder, kind);
        return FileVisitResult.SKIP_SUBTREE;
    }
}
