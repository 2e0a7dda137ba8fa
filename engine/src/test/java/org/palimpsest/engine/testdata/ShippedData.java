package org.palimpsest.engine.testdata;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Test data that lies in this repository: each archive {@code test-data/NAME.tar.zst} holds a folder NAME. It is unpacked once a
 * build below {@code target}, beside what was unpacked of earlier archives; several programs may ask at the same time. What is
 * unpacked is shared by all tests: to change a file, copy it first ({@link #copy}).
 */
public final class ShippedData {
    private static final Path ARCHIVES = Path.of("..", "test-data");
    private static final Path UNPACKED = Path.of("target", "test-data");
    private static final String ENDING = ".tar.zst";
    private static final Map<String, Path> FOLDERS = new ConcurrentHashMap<>();

    private ShippedData() {}

    /** The unpacked folder of an archive, by its name. */
    public static Path folder(String name) {
        return FOLDERS.computeIfAbsent(name, ShippedData::unpacked);
    }

    /** A file or folder by its path, which begins with the archive's name; refused if it is not there. */
    public static Path file(String path) {
        int slash = path.indexOf('/');
        Path file = slash < 0 ? folder(path) : folder(path.substring(0, slash)).resolve(path.substring(slash + 1));
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("the archive of \"" + path + "\" holds no such file");
        }
        return file;
    }

    /** The names of all archives, sorted. */
    public static List<String> names() {
        try (Stream<Path> files = Files.list(ARCHIVES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of a file or folder that a test may change; {@code to} must not be there yet. */
    public static Path copy(String path, Path to) {
        Path from = file(path);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                Files.createDirectories(target.getParent());
                Files.copy(each, target);
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path unpacked(String name) {
        Path archive = ARCHIVES.resolve(name + ENDING);
        if (!Files.exists(archive)) {
            throw new IllegalArgumentException("there is no test data \"" + name + "\", only " + names());
        }
        try {
            Path there = UNPACKED.resolve(name + "-" + digest(archive));
            if (!Files.isDirectory(there)) {
                Files.createDirectories(UNPACKED);
                Path beside = Files.createTempDirectory(UNPACKED, name + "-unpacking-");
                unpack(archive, name, beside);
                publish(beside, there);
            }
            return there;
        } catch (IOException e) {
            throw new UncheckedIOException(archive + " cannot be unpacked", e);
        }
    }

    /** So that an archive that was changed is unpacked anew. */
    private static String digest(Path archive) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(Path archive, String name, Path folder) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                ZstdInputStream plain = new ZstdInputStream(file);
                TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            // The archives are packed with matches over their whole length.
            plain.setLongMax(27);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(Path.of(name).relativize(Path.of(entry.getName())));
                if (!target.normalize().startsWith(folder)) {
                    throw new IOException("an entry lies outside the folder \"" + name + "\": " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                }
            }
        }
    }

    /** Puts the folder in its place, whole; another program may have been quicker with the same content. */
    private static void publish(Path beside, Path there) throws IOException {
        try {
            Files.move(beside, there, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(there)) {
                throw e;
            }
            try (Stream<Path> all = Files.walk(beside)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
