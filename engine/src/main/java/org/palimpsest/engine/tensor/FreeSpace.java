package org.palimpsest.engine.tensor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Room on the disk, looked at before something large is begun. */
public final class FreeSpace {
    private FreeSpace() {}

    /**
     * Returns if a disk takes what is to be written.
     *
     * @param place a file or folder on the disk, which need not be there yet
     * @param bytes of what is to be written
     * @throws SafetensorsException if there is less room; the message says what is needed and what is there
     */
    public static void require(Path place, long bytes) throws IOException {
        long free = at(place);
        if (free < bytes) {
            throw new SafetensorsException(
                    place,
                    "%s are to be written here, but the disk has only %s free; free some space or name a place on another disk"
                            .formatted(words(bytes), words(free)));
        }
    }

    /** Bytes that a program may still write on the disk where a file or folder is or will be; without bound where the system does not say. */
    public static long at(Path place) throws IOException {
        Path there = place.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        FileStore disk = Files.getFileStore(there);
        return disk.getTotalSpace() == 0 ? Long.MAX_VALUE : disk.getUsableSpace();
    }

    private static String words(long bytes) {
        return bytes < 10_000_000
                ? String.format(Locale.ROOT, "%,d bytes", bytes)
                : String.format(Locale.ROOT, "%,.1f GB", bytes / 1e9);
    }
}
