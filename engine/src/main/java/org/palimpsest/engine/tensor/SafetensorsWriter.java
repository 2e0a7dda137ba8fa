package org.palimpsest.engine.tensor;

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
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Writes safetensors files. A file appears whole or not at all: it is written beside its place, synced, then moved there. */
public final class SafetensorsWriter {
    private static final JsonMapper JSON = new JsonMapper();

    private SafetensorsWriter() {}

    /** How floating-point tensors are stored. */
    public enum Precision {
        FLOAT32(ElementType.F32),
        FLOAT16(ElementType.F16),
        BFLOAT16(ElementType.BF16);

        private final ElementType type;

        Precision(ElementType type) {
            this.type = type;
        }

        /** Of one number. */
        public int bytes() {
            return type.bytes();
        }
    }

    /**
     * Writes float32 tensors in the map's order. The disk is asked for room first.
     *
     * @throws SafetensorsException if the disk is full or cannot be written, or a finite number is too large for {@code precision};
     *     whatever lay at {@code file} before is untouched then
     */
    public static void write(Path file, Map<String, NDArray> tensors, Precision precision) throws IOException {
        write(file, tensors, precision, Pieces.USUAL);
    }

    static void write(Path file, Map<String, NDArray> tensors, Precision precision, Pieces pieces) throws IOException {
        byte[] header = header(tensors, precision);
        FreeSpace.require(file, 8 + header.length + dataLength(tensors.values(), precision));
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
                for (Map.Entry<String, NDArray> tensor : tensors.entrySet()) {
                    long lost = pieces.write(tensor.getValue(), precision.type, channel);
                    if (lost > 0) {
                        throw new SafetensorsException(file, overflow(tensor, lost, precision));
                    }
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (SafetensorsException e) {
            throw e;
        } catch (IOException e) {
            throw new SafetensorsException(file, "could not be written: " + e, e);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Bytes that tensors take behind the head of a file. */
    public static long dataLength(Collection<NDArray> tensors, Precision precision) {
        return tensors.stream().mapToLong(NDArray::size).sum() * precision.type.bytes();
    }

    private static String overflow(Map.Entry<String, NDArray> tensor, long lost, Precision precision) {
        String wider = precision == Precision.FLOAT16 ? "bfloat16 or float32" : "float32";
        return "%d of the %d values of tensor \"%s\" are too large for %s (at most %s) and would become infinite; nothing was written. Choose %s"
                .formatted(
                        lost,
                        tensor.getValue().size(),
                        tensor.getKey(),
                        precision.name().toLowerCase(Locale.ROOT),
                        precision == Precision.FLOAT16 ? "65504" : "3.39e38",
                        wider);
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
            long length = entry.getValue().size() * precision.type.bytes();
            ObjectNode node = header.putObject(entry.getKey());
            node.put("dtype", precision.type.name());
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

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        bytes.rewind();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
