package org.palimpsest.engine.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.Consumer;

/**
 * Tensors between files and native memory, a piece at a time. The bytes pass through one native buffer, never through the Java heap,
 * so a tensor may have any number of elements; libtorch itself converts between element types.
 *
 * @param bytes of the file that a piece takes at most; at least eight, the size of the largest element
 */
record Pieces(int bytes) {
    /** Small beside any model, large enough that a disk reads and writes at its full speed. */
    static final Pieces USUAL = new Pieces(16 << 20);

    /** The library of the JNI cannot name 16-bit types itself, but passes on arrays that have one. */
    private static final TorchFunction BUFFER = TorchFunction.compile("""
            def forward(self: __torch__.M, length: int, type: int) -> Tensor:
              return torch.empty([length], dtype=type, layout=0, device=torch.device("cpu"), pin_memory=False, memory_format=None)
            """);

    private static final TorchFunction TAKE = TorchFunction.compile("""
            def forward(self: __torch__.M, to: Tensor, buffer: Tensor, start: int, length: int) -> Tensor:
              part = torch.narrow(torch.view(to, [-1]), 0, start, length)
              return torch.copy_(part, torch.narrow(buffer, 0, 0, length))
            """);

    /** The piece as it is to lie in the file, and how many of its finite numbers that made infinite. */
    private static final TorchFunction GIVE = TorchFunction.compile("""
            def forward(self: __torch__.M, tensor: Tensor, start: int, length: int, type: int) -> Tuple[Tensor, Tensor]:
              part = torch.narrow(tensor, 0, start, length)
              stored = torch.to(part, type, False, False, None)
              lost = torch.sum(torch.logical_and(torch.isfinite(part), torch.logical_not(torch.isfinite(stored))))
              return (torch.cpu(stored), lost)
            """);

    private static final TorchFunction GIVE_AS_IT_IS = TorchFunction.compile("""
            def forward(self: __torch__.M, tensor: Tensor, start: int, length: int) -> Tensor:
              return torch.cpu(torch.narrow(tensor, 0, start, length))
            """);

    private long perPiece(ElementType type) {
        return Math.max(1, bytes / type.bytes());
    }

    /**
     * Fills a tensor from a file.
     *
     * @param position where its bytes begin in the file
     * @param to contiguous, of any device; float32, or int64 where {@code type} is I64
     */
    void read(FileChannel channel, long position, ElementType type, NDArray to) throws IOException {
        long size = to.size();
        if (size == 0) {
            return;
        }
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(Device.cpu())) {
            NDArray buffer = buffer(scope, size, type);
            for (long at = 0; at < size; at += perPiece(type)) {
                long length = Math.min(perPiece(type), size - at);
                try (NDManager pass = Scopes.child(scope)) {
                    fill(buffer, channel, position + at * type.bytes(), length * type.bytes());
                    TAKE.call(pass, to, buffer, at, length);
                }
            }
        }
    }

    /**
     * Reads a floating-point tensor piece by piece as float32, without ever holding more of it.
     *
     * @param use takes each piece, [length], whose memory is freed afterwards
     */
    void each(FileChannel channel, long position, ElementType type, long size, Consumer<NDArray> use)
            throws IOException {
        if (size == 0) {
            return;
        }
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(Device.cpu())) {
            NDArray buffer = buffer(scope, size, type);
            for (long at = 0; at < size; at += perPiece(type)) {
                long length = Math.min(perPiece(type), size - at);
                try (NDManager pass = Scopes.child(scope)) {
                    fill(buffer, channel, position + at * type.bytes(), length * type.bytes());
                    NDArray piece = pass.create(new Shape(length), DataType.FLOAT32);
                    TAKE.call(pass, piece, buffer, 0, length);
                    use.accept(piece);
                }
            }
        }
    }

    /**
     * Writes a float32 tensor at the end of a file.
     *
     * @return how many finite numbers became infinite, being too large for {@code type}
     */
    long write(NDArray tensor, ElementType type, FileChannel channel) throws IOException {
        long size = tensor.size();
        long lost = 0;
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(tensor.getDevice())) {
            NDArray flat = tensor.reshape(-1);
            flat.attach(scope);
            for (long at = 0; at < size; at += perPiece(type)) {
                long length = Math.min(perPiece(type), size - at);
                try (NDManager pass = Scopes.child(scope)) {
                    NDList given = type == ElementType.F32
                            ? GIVE_AS_IT_IS.call(pass, flat, at, length)
                            : GIVE.call(pass, flat, at, length, type.torch);
                    ByteBuffer memory = given.get(0).toByteBuffer(true);
                    while (memory.hasRemaining()) {
                        channel.write(memory);
                    }
                    lost += type == ElementType.F32 ? 0 : given.get(1).toLongArray()[0];
                }
            }
        }
        return lost;
    }

    private NDArray buffer(NDManager scope, long size, ElementType type) {
        return BUFFER.call(scope, Math.min(size, perPiece(type)), type.torch).get(0);
    }

    private static void fill(NDArray buffer, FileChannel channel, long position, long length) throws IOException {
        ByteBuffer memory = buffer.toByteBuffer(true);
        memory.limit(Math.toIntExact(length));
        while (memory.hasRemaining()) {
            if (channel.read(memory, position + memory.position()) < 0) {
                throw new EOFException("the file ends at byte %d, while it is read".formatted(channel.size()));
            }
        }
    }
}
