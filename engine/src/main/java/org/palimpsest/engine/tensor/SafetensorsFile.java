package org.palimpsest.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** An open safetensors file: its head is read, a tensor's bytes only when it is asked for, piece by piece and outside the Java heap. */
public final class SafetensorsFile implements AutoCloseable {
    /** Bytes that are compared at a time. */
    private static final int COMPARED = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final SafetensorsHeader header;
    private final Pieces pieces;

    private SafetensorsFile(Path file, FileChannel channel, SafetensorsHeader header, Pieces pieces) {
        this.file = file;
        this.channel = channel;
        this.header = header;
        this.pieces = pieces;
    }

    /**
     * Opens a file and checks its head against its length.
     *
     * @throws SafetensorsException if the file is missing, truncated, damaged or not a safetensors file
     */
    public static SafetensorsFile open(Path file) throws IOException {
        return open(file, Pieces.USUAL);
    }

    static SafetensorsFile open(Path file, Pieces pieces) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new SafetensorsException(file, absent(file));
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new SafetensorsFile(file, channel, header(file, channel), pieces);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String absent(Path file) throws IOException {
        if (Files.exists(file)) {
            return "is not a file";
        }
        return Files.isSymbolicLink(file)
                ? "is a link to %s, which is not there; fetch the file again or correct the link"
                        .formatted(Files.readSymbolicLink(file))
                : "does not exist";
    }

    private static SafetensorsHeader header(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < 8) {
            throw new SafetensorsException(
                    file, "is %d bytes long, too short for a safetensors file; it is truncated".formatted(size));
        }
        Optional<String> other = OtherContent.of(bytes(file, channel, 0, (int) Math.min(size, OtherContent.LOOKED_AT)));
        if (other.isPresent()) {
            throw new SafetensorsException(file, other.get());
        }
        long length = bytes(file, channel, 0, 8).order(ByteOrder.LITTLE_ENDIAN).getLong();
        SafetensorsHeader.requireLength(file, length, size);
        return SafetensorsHeader.of(file, bytes(file, channel, 8, (int) length).array(), size);
    }

    private static ByteBuffer bytes(Path file, FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new SafetensorsException(file, "ends at byte %d, while it is read".formatted(channel.size()));
            }
        }
        return bytes.flip();
    }

    /** Where the file lies. */
    public Path path() {
        return file;
    }

    public Set<String> names() {
        return header.entries().keySet();
    }

    /** Shape of a tensor without reading it. */
    public Shape shape(String name) throws SafetensorsException {
        return new Shape(entry(name).shape());
    }

    /** The element type as the file names it, such as {@code BF16}; it need not be one that can be read. */
    public String elementType(String name) throws SafetensorsException {
        return entry(name).word();
    }

    /** Whether a tensor's elements are floating-point numbers that {@link #read} makes float32. */
    public boolean floating(String name) throws SafetensorsException {
        return entry(name).type().floating();
    }

    /** Bytes of the file that no tensor lies in; a sound file has none, and the format's own library refuses one that has. */
    public long unclaimedBytes() {
        return header.unclaimedBytes();
    }

    /**
     * Reads a tensor; F16, BF16, F32 and F64 become float32, I64 becomes int64. The array belongs to {@code scope}.
     *
     * @throws SafetensorsException if the tensor is of another element type, or the file ends before it does
     */
    public NDArray read(NDManager scope, String name) throws IOException {
        SafetensorsHeader.Entry entry = readable(name);
        DataType type = entry.type() == ElementType.I64 ? DataType.INT64 : DataType.FLOAT32;
        NDArray array = scope.create(new Shape(entry.shape()), type);
        try {
            pieces.read(channel, header.dataStart() + entry.begin(), entry.type(), array);
            return array;
        } catch (EOFException e) {
            array.close();
            throw new SafetensorsException(file, "tensor \"%s\" cannot be read: %s".formatted(name, e.getMessage()), e);
        } catch (IOException | RuntimeException e) {
            array.close();
            throw e;
        }
    }

    /**
     * Looks at every value of a floating-point tensor, as float32, without ever holding more than a piece of it.
     *
     * @throws SafetensorsException if the tensor is not {@linkplain #floating floating}, or the file ends before it does
     */
    public Finiteness finiteness(String name) throws IOException {
        SafetensorsHeader.Entry entry = readable(name);
        if (!entry.type().floating()) {
            throw new SafetensorsException(
                    file,
                    "tensor \"%s\" is of type %s, which has no values that are not finite"
                            .formatted(name, entry.word()));
        }
        Finiteness[] found = {Finiteness.NONE};
        try {
            pieces.each(
                    channel,
                    header.dataStart() + entry.begin(),
                    entry.type(),
                    new Shape(entry.shape()).size(),
                    piece -> found[0] = found[0].plus(Finiteness.of(piece)));
        } catch (EOFException e) {
            throw new SafetensorsException(file, "tensor \"%s\" cannot be read: %s".formatted(name, e.getMessage()), e);
        }
        return found[0];
    }

    /**
     * Whether a tensor is stored as the same bytes as another one, of this file or of another; tensors of different element types or
     * shapes are not.
     */
    public boolean sameBytes(String name, SafetensorsFile other, String otherName) throws IOException {
        SafetensorsHeader.Entry entry = entry(name);
        SafetensorsHeader.Entry otherEntry = other.entry(otherName);
        if (!entry.word().equals(otherEntry.word()) || !shape(name).equals(other.shape(otherName))) {
            return false;
        }
        long length = entry.end() - entry.begin();
        for (long at = 0; at < length; at += COMPARED) {
            int part = (int) Math.min(COMPARED, length - at);
            ByteBuffer here = bytes(file, channel, header.dataStart() + entry.begin() + at, part);
            ByteBuffer there =
                    bytes(other.file, other.channel, other.header.dataStart() + otherEntry.begin() + at, part);
            if (!here.equals(there)) {
                return false;
            }
        }
        return true;
    }

    private SafetensorsHeader.Entry readable(String name) throws SafetensorsException {
        SafetensorsHeader.Entry entry = entry(name);
        if (!entry.type().readable()) {
            throw new SafetensorsException(
                    file,
                    "tensor \"%s\" has element type \"%s\"; F32, F16, BF16, F64 and I64 can be read"
                            .formatted(name, entry.word()));
        }
        return entry;
    }

    private SafetensorsHeader.Entry entry(String name) throws SafetensorsException {
        SafetensorsHeader.Entry entry = header.entries().get(name);
        if (entry == null) {
            throw new SafetensorsException(file, "has no tensor \"" + name + "\"");
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
