package org.palimpsest.engine.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Writes safetensors files. A file appears whole or not at all: it is written beside its place, synced, then moved there. */
public final class SafetensorsWriter {
    private static final JsonMapper JSON = new JsonMapper();

    private SafetensorsWriter() {}

    /** How floating-point tensors are stored. */
    public enum Precision {
        FLOAT32("F32", 4),
        FLOAT16("F16", 2),
        BFLOAT16("BF16", 2);

        private final String word;
        private final int bytes;

        Precision(String word, int bytes) {
            this.word = word;
            this.bytes = bytes;
        }
    }

    /**
     * Writes float32 tensors in the map's order.
     *
     * @throws SafetensorsException if the disk is full or cannot be written; whatever lay at {@code file} before is untouched then
     */
    public static void write(Path file, Map<String, NDArray> tensors, Precision precision) throws IOException {
        byte[] header = header(tensors, precision);
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                writeAll(
                        channel,
                        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, header.length));
                writeAll(channel, ByteBuffer.wrap(header));
                for (NDArray tensor : tensors.values()) {
                    writeTensor(channel, tensor, precision);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SafetensorsException(file, "could not be written: " + e, e);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static byte[] header(Map<String, NDArray> tensors, Precision precision) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        header.putObject("__metadata__").put("format", "pt");
        long offset = 0;
        for (var entry : tensors.entrySet()) {
            if (entry.getValue().getDataType() != DataType.FLOAT32) {
                throw new IllegalArgumentException("tensor \"%s\" is %s; only float32 tensors can be written"
                        .formatted(entry.getKey(), entry.getValue().getDataType()));
            }
            long length = entry.getValue().size() * precision.bytes;
            ObjectNode node = header.putObject(entry.getKey());
            node.put("dtype", precision.word);
            for (long size : entry.getValue().getShape().getShape()) {
                node.withArray("shape").add(size);
            }
            node.withArray("shape");
            node.withArray("data_offsets").add(offset).add(offset + length);
            offset += length;
        }
        String text = JSON.writeValueAsString(header);
        int padding = Math.floorMod(-text.getBytes(StandardCharsets.UTF_8).length, 8);
        return (text + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
    }

    private static void writeTensor(FileChannel channel, NDArray tensor, Precision precision) throws IOException {
        try (NDArray stored = tensor.toDevice(Device.cpu(), true)) {
            ByteBuffer bytes = stored.toByteBuffer().order(ByteOrder.nativeOrder());
            writeAll(
                    channel,
                    switch (precision) {
                        case FLOAT32 -> bytes;
                        case FLOAT16 -> narrowed(bytes.asFloatBuffer(), HalfPrecision.FLOAT16);
                        case BFLOAT16 -> narrowed(bytes.asFloatBuffer(), HalfPrecision.BFLOAT16);
                    });
        }
    }

    private static ByteBuffer narrowed(FloatBuffer floats, HalfPrecision type) {
        ByteBuffer halves = ByteBuffer.allocate(2 * floats.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        while (floats.hasRemaining()) {
            halves.putShort(type.narrow(floats.get()));
        }
        return halves;
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        bytes.rewind();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
