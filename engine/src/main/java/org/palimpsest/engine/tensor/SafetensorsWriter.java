package org.palimpsest.engine.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
        FLOAT32(DataType.FLOAT32, "F32"),
        FLOAT16(DataType.FLOAT16, "F16"),
        BFLOAT16(DataType.BFLOAT16, "BF16");

        private final DataType type;
        private final String word;

        Precision(DataType type, String word) {
            this.type = type;
            this.word = word;
        }
    }

    /**
     * Writes tensors in the map's order.
     *
     * @throws IOException if the disk is full or cannot be written; whatever lay at {@code file} before is untouched then
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
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static byte[] header(Map<String, NDArray> tensors, Precision precision) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        header.putObject("__metadata__").put("format", "pt");
        long offset = 0;
        for (var entry : tensors.entrySet()) {
            long length = entry.getValue().size() * precision.type.getNumOfBytes();
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
        try (NDArray stored = tensor.toDevice(Device.cpu(), true);
                NDArray converted = stored.toType(precision.type, true)) {
            writeAll(channel, converted.toByteBuffer());
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        bytes.rewind();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
