package org.palimpsest.engine.tensor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes files of the safetensors form byte by byte, sound or not. */
final class SafetensorsBytes {
    private SafetensorsBytes() {}

    /** A head that tells its true length, and so many zero bytes of data behind it. */
    static Path write(Path file, String header, int dataLength) throws IOException {
        return write(file, header, header.getBytes(StandardCharsets.UTF_8).length, dataLength);
    }

    /** A head that tells its true length, and given data behind it. */
    static Path write(Path file, String header, byte[] data) throws IOException {
        write(file, header, 0);
        return Files.write(file, data, StandardOpenOption.APPEND);
    }

    /** The same with a claimed length of the head. */
    static Path write(Path file, String header, long claimedLength, int dataLength) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + dataLength).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(claimedLength).put(text);
        return Files.write(file, bytes.array());
    }
}
