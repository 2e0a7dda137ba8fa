package org.palimpsest.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.tensor.SafetensorsWriter.Precision;

/** Pieces of 64 bytes stand for those of 16 MiB: every border between them lies inside a small tensor. */
class SafetensorsPiecesTest {
    private static final Pieces SMALL = new Pieces(64);
    /** More than fit a Java array of 32-bit floats' bytes: embeddings of 256,000 rows have as many. */
    private static final long MANY = (1L << 29) + 5;

    @TempDir
    Path scratch;

    private NDManager scope;

    @BeforeEach
    void openScope() {
        scope = Torch.newScope(Device.cpu());
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 1000})
    void everyTypeIsReadAsItsBytesSay(int size) throws IOException {
        Random random = new Random(size);
        Path file = scratch.resolve("all.safetensors");
        byte[] bytes = new byte[size * (4 + 2 + 2 + 8 + 8)];
        random.nextBytes(bytes);
        String[] types = {"F32", "F16", "BF16", "F64", "I64"};
        int[] widths = {4, 2, 2, 8, 8};
        StringBuilder header = new StringBuilder();
        int begin = 0;
        int[] begins = new int[types.length];
        for (int i = 0; i < types.length; i++) {
            begins[i] = begin;
            header.append(i == 0 ? "{" : ",")
                    .append("\"%s\":{\"dtype\":\"%s\",\"shape\":[%d],\"data_offsets\":[%d,%d]}"
                            .formatted(types[i], types[i], size, begin, begin + size * widths[i]));
            begin += size * widths[i];
        }
        SafetensorsBytes.write(file, header.append("}").toString(), bytes);
        ByteBuffer wanted = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try (SafetensorsFile open = SafetensorsFile.open(file, SMALL)) {
            float[] f32 = open.read(scope, "F32").toFloatArray();
            float[] f16 = open.read(scope, "F16").toFloatArray();
            float[] bf16 = open.read(scope, "BF16").toFloatArray();
            float[] f64 = open.read(scope, "F64").toFloatArray();
            long[] i64 = open.read(scope, "I64").toLongArray();
            for (int i = 0; i < size; i++) {
                // Boxed, so that NaN equals NaN.
                assertThat(Float.valueOf(f32[i])).isEqualTo(Float.valueOf(wanted.getFloat(begins[0] + 4 * i)));
                assertThat(Float.valueOf(f16[i]))
                        .isEqualTo(Float.valueOf(HalfPrecision.FLOAT16.widen(wanted.getShort(begins[1] + 2 * i))));
                assertThat(Float.valueOf(bf16[i]))
                        .isEqualTo(Float.valueOf(HalfPrecision.BFLOAT16.widen(wanted.getShort(begins[2] + 2 * i))));
                assertThat(Float.valueOf(f64[i])).isEqualTo(Float.valueOf((float) wanted.getDouble(begins[3] + 8 * i)));
                assertThat(i64[i]).isEqualTo(wanted.getLong(begins[4] + 8 * i));
            }
            assertThat(f32).hasSize(size);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void whatIsWrittenInPiecesIsWhatOneNumberAfterTheOtherGives(Precision precision) throws IOException {
        Random random = new Random(3);
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        ByteBuffer wanted = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (int size : new int[] {0, 1, 15, 16, 17, 31, 32, 33, 129}) {
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                values[i] = (float) random.nextGaussian();
                put(wanted, values[i], precision);
            }
            tensors.put("w" + size, scope.create(values, new Shape(size)));
        }
        Path file = scratch.resolve("written.safetensors");
        SafetensorsWriter.write(file, tensors, precision, SMALL);
        assertThat(data(file)).isEqualTo(Arrays.copyOf(wanted.array(), wanted.position()));
    }

    @Test
    void aTransposedMatrixIsWrittenAsItIsSeen() throws IOException {
        NDArray matrix = scope.arange(0, 35, 1, DataType.FLOAT32).reshape(5, 7).transpose();
        Path file = scratch.resolve("transposed.safetensors");
        SafetensorsWriter.write(file, Map.of("w", matrix), Precision.FLOAT32, SMALL);
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            assertThat(open.read(scope, "w")).isEqualTo(matrix);
        }
    }

    @Test
    void numbersThatAreNoneAreCountedOverAllPieces() throws IOException {
        float[] values = new float[100];
        values[0] = Float.NaN;
        values[16] = Float.POSITIVE_INFINITY;
        values[47] = Float.NEGATIVE_INFINITY;
        values[99] = Float.NaN;
        values[50] = Float.NaN;
        Path file = scratch.resolve("holes.safetensors");
        SafetensorsWriter.write(file, Map.of("w", scope.create(values)), Precision.FLOAT16);
        try (SafetensorsFile open = SafetensorsFile.open(file, SMALL)) {
            assertThat(open.finiteness("w")).isEqualTo(new Finiteness(3, 2, 100, false));
            assertThat(Finiteness.of(open.read(scope, "w"))).isEqualTo(new Finiteness(3, 2, 100, false));
        }
    }

    @Test
    void aTensorOfNothingButZerosIsSeenOverAllPieces() throws IOException {
        float[] values = new float[100];
        Path file = scratch.resolve("zeros.safetensors");
        values[3] = -0f;
        SafetensorsWriter.write(file, Map.of("w", scope.create(values)), Precision.BFLOAT16);
        try (SafetensorsFile open = SafetensorsFile.open(file, SMALL)) {
            assertThat(open.finiteness("w").zero()).isTrue();
        }
        values[99] = 1e-30f;
        SafetensorsWriter.write(file, Map.of("w", scope.create(values)), Precision.BFLOAT16);
        try (SafetensorsFile open = SafetensorsFile.open(file, SMALL)) {
            assertThat(open.finiteness("w").zero()).isFalse();
        }
    }

    @Test
    void aDoubleTooLargeForAFloatCountsAsInfinite() throws IOException {
        Path file = scratch.resolve("f64.safetensors");
        byte[] data = new byte[16];
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).putDouble(1e300).putDouble(0.1);
        SafetensorsBytes.write(file, "{\"w\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,16]}}", data);
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            assertThat(open.finiteness("w")).isEqualTo(new Finiteness(0, 1, 2, false));
        }
    }

    /** The file is sparse: it takes no room on the disk, and no more memory than a piece. */
    @Test
    void aTensorOfMoreElementsThanAJavaBufferHoldsIsLookedAtToItsEnd() throws IOException {
        Path file = scratch.resolve("large.safetensors");
        String header = "{\"w\":{\"dtype\":\"BF16\",\"shape\":[%d],\"data_offsets\":[0,%d]}}".formatted(MANY, 2 * MANY);
        SafetensorsBytes.write(file, header, 0);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer nan = ByteBuffer.wrap(new byte[] {(byte) 0xc0, 0x7f});
            channel.write(nan, 8 + header.length() + 2 * (MANY - 1));
        }
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            assertThat(open.shape("w")).isEqualTo(new Shape(MANY));
            assertThat(open.finiteness("w")).isEqualTo(new Finiteness(1, 0, MANY, false));
        }
    }

    @Test
    void aNumberTooLargeForFloat16IsRefusedByTensorAndTheOldFileStays() throws IOException {
        Path file = scratch.resolve("old.safetensors");
        SafetensorsWriter.write(file, Map.of("w", scope.create(1f)), Precision.FLOAT32);
        byte[] before = Files.readAllBytes(file);
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        tensors.put("fits", scope.create(new float[] {65504f, 65519f, -65504f, Float.POSITIVE_INFINITY}));
        tensors.put("layers.1.weight", scope.create(new float[] {1f, 65520f, -1e6f}));
        assertThatThrownBy(() -> SafetensorsWriter.write(file, tensors, Precision.FLOAT16))
                .isInstanceOf(SafetensorsException.class)
                .hasMessage(
                        file + ": 2 of the 3 values of tensor \"layers.1.weight\" are too large for float16"
                                + " (at most 65504) and would become infinite; nothing was written. Choose bfloat16 or float32");
        assertThat(file).hasBinaryContent(before);
        assertThat(scratch).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aNumberTooLargeForBfloat16IsRefusedToo() {
        Map<String, NDArray> tensors = Map.of("w", scope.create(new float[] {Float.MAX_VALUE}));
        assertThatThrownBy(() -> SafetensorsWriter.write(scratch.resolve("x"), tensors, Precision.BFLOAT16))
                .isInstanceOf(SafetensorsException.class)
                .hasMessageContaining("1 of the 1 values of tensor \"w\" are too large for bfloat16");
    }

    /** One number seen over and over takes four bytes of memory, whatever its shape. */
    @Test
    void aDiskThatIsTooSmallIsSaidBeforeAnythingIsWritten() {
        NDArray endless = scope.create(new float[] {1f}).broadcast(new Shape(1L << 50));
        Path file = scratch.resolve("endless.safetensors");
        assertThatThrownBy(() -> SafetensorsWriter.write(file, Map.of("w", endless), Precision.BFLOAT16))
                .isInstanceOf(SafetensorsException.class)
                .hasMessageStartingWith(file + ": 2,251,799.8 GB are to be written here, but the disk has only ")
                .hasMessageEndingWith(" GB free; free some space or name a place on another disk");
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void bytesThatNoTensorLiesInAreCounted() throws IOException {
        Path file = scratch.resolve("gap.safetensors");
        SafetensorsBytes.write(
                file,
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[12,16]}}",
                19);
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            assertThat(open.unclaimedBytes()).isEqualTo(11);
        }
    }

    @Test
    void readingLeavesNoMemoryBehind() throws IOException {
        Path file = scratch.resolve("w.safetensors");
        SafetensorsWriter.write(file, Map.of("w", scope.create(new float[1000])), Precision.BFLOAT16, SMALL);
        try (SafetensorsFile open = SafetensorsFile.open(file, SMALL)) {
            open.read(scope, "w").close();
            long before = Scopes.liveArrays();
            open.read(scope, "w").close();
            open.finiteness("w");
            assertThat(Scopes.liveArrays()).isEqualTo(before);
        }
    }

    private static void put(ByteBuffer to, float value, Precision precision) {
        switch (precision) {
            case FLOAT32 -> to.putFloat(value);
            case FLOAT16 -> to.putShort(HalfPrecision.FLOAT16.narrow(value));
            case BFLOAT16 -> to.putShort(HalfPrecision.BFLOAT16.narrow(value));
        }
    }

    /** What stands behind the head. */
    private static byte[] data(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int head = (int) bytes.getLong();
        assertThat(new String(bytes.array(), 8, head, StandardCharsets.UTF_8)).startsWith("{");
        byte[] data = new byte[bytes.capacity() - 8 - head];
        bytes.position(8 + head).get(data);
        return data;
    }
}
