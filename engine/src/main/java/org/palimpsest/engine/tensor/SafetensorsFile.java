package org.palimpsest.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** An open safetensors file, memory-mapped: a tensor's bytes are touched when it is asked for. */
public final class SafetensorsFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final SafetensorsHeader header;

    private SafetensorsFile(Path file, FileChannel channel, SafetensorsHeader header) {
        this.file = file;
        this.channel = channel;
        this.header = header;
    }

    /**
     * Opens a file and checks its head against its length.
     *
     * @throws SafetensorsException if the file is missing, truncated, damaged or not a safetensors file
     */
    public static SafetensorsFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new SafetensorsException(file, Files.exists(file) ? "is not a file" : "does not exist");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            long size = channel.size();
            ByteBuffer start = channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(size, 100_000_008L));
            return new SafetensorsFile(file, channel, SafetensorsHeader.read(file, start, size));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    public Set<String> names() {
        return header.entries().keySet();
    }

    /** Shape of a tensor without reading it. */
    public Shape shape(String name) throws SafetensorsException {
        return new Shape(entry(name).shape());
    }

    /** The element type as the file names it, such as {@code BF16}. */
    public String elementType(String name) throws SafetensorsException {
        return entry(name).type().name();
    }

    /** Reads a tensor; floating types become float32. The array belongs to {@code scope}. */
    public NDArray read(NDManager scope, String name) throws IOException {
        SafetensorsHeader.Entry entry = entry(name);
        long length = entry.end() - entry.begin();
        if (length > Integer.MAX_VALUE) {
            throw new SafetensorsException(file, "tensor \"%s\" is larger than 2 GiB".formatted(name));
        }
        ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, header.dataStart() + entry.begin(), length)
                .order(ByteOrder.LITTLE_ENDIAN);
        Shape shape = new Shape(entry.shape());
        return switch (entry.type()) {
            case F32 -> copied(scope, bytes, shape, DataType.FLOAT32);
            case I64 -> copied(scope, bytes, shape, DataType.INT64);
            case F16 -> scope.create(widened(bytes, HalfPrecision.FLOAT16), shape, DataType.FLOAT32);
            case BF16 -> scope.create(widened(bytes, HalfPrecision.BFLOAT16), shape, DataType.FLOAT32);
        };
    }

    private SafetensorsHeader.Entry entry(String name) throws SafetensorsException {
        SafetensorsHeader.Entry entry = header.entries().get(name);
        if (entry == null) {
            throw new SafetensorsException(file, "has no tensor \"" + name + "\"");
        }
        return entry;
    }

    /** DJL would use the mapped, read-only bytes themselves; weights need memory of their own. */
    private static NDArray copied(NDManager scope, ByteBuffer bytes, Shape shape, DataType type) {
        try (NDArray mapped = scope.create(bytes, shape, type)) {
            return mapped.duplicate();
        }
    }

    private static FloatBuffer widened(ByteBuffer bytes, HalfPrecision type) {
        ShortBuffer halves = bytes.asShortBuffer();
        FloatBuffer floats = FloatBuffer.allocate(halves.remaining());
        while (halves.hasRemaining()) {
            floats.put(type.widen(halves.get()));
        }
        return floats.rewind();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
